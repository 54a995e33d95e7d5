namespace XRayPS.Core.Filters.Evaluation;

/// <summary>A compiled part of an expression.</summary>
/// <typeparam name="T">What it is applied to.</typeparam>
/// <param name="target">The trace, segment, call or element.</param>
/// <param name="match">Where the end of the matched segment must lie, and what was matched; null without interest.</param>
internal delegate Verdict Condition<in T>(T target, SegmentMatch? match);
