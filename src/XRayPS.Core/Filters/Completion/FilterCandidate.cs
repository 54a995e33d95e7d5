namespace XRayPS.Core.Filters.Completion;

/// <summary>Something that fits at a place of an expression.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Description">What it says.</param>
public sealed record FilterCandidate(string Text, string Description);

/// <summary>What fits at a place of an expression.</summary>
/// <param name="Start">Index of the first character that a candidate takes the place of; the last is before the cursor.</param>
/// <param name="Candidates">What fits, the likeliest first.</param>
public sealed record FilterCompletions(int Start, IReadOnlyList<FilterCandidate> Candidates);
