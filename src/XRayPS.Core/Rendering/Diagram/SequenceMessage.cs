namespace XRayPS.Core.Rendering.Diagram;

/// <summary>A call in a sequence, or several equal ones.</summary>
/// <param name="Source">The caller's place among the participants.</param>
/// <param name="Target">The callee's place among the participants.</param>
/// <param name="Words">What was asked for, on one line.</param>
/// <param name="Count">How many calls it stands for.</param>
/// <param name="Status">What came of it, or of the worst of them.</param>
/// <param name="HttpStatus">The HTTP status; null without one.</param>
/// <param name="Start">Seconds from the trace's start to the first call.</param>
/// <param name="End">Seconds from the trace's start to the last answer; null while one is missing.</param>
/// <param name="Depth">Number of calls above.</param>
public sealed record SequenceMessage(
    int Source, int Target, string Words, int Count, TraceStatus Status, int? HttpStatus, double Start, double? End, int Depth)
{
    /// <summary>The call in words: <c>GetItem products x 12</c>.</summary>
    public string Call => Count == 1
        ? Words
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Words} \u00d7 {Count}");

    /// <summary>The answer in words: <c>200, 12 ms</c>.</summary>
    public string Answer => string.Join(", ", new[]
    {
        HttpStatus?.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ?? (Status == TraceStatus.Ok ? "" : Status.ToString().ToLowerInvariant()),
        DurationText.Format(End - Start),
    }.Where(part => part.Length > 0));
}
