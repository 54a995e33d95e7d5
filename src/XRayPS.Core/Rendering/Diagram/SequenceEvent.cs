namespace XRayPS.Core.Rendering.Diagram;

/// <summary>A call or its answer, in the order of time.</summary>
/// <param name="Message">The index of the message.</param>
/// <param name="IsAnswer">Whether this is the answer.</param>
/// <param name="At">Seconds from the trace's start.</param>
public readonly record struct SequenceEvent(int Message, bool IsAnswer, double At);
