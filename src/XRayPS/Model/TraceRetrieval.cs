namespace XRayPS;

/// <summary>A retrieval of traces from the log group of Transaction Search.</summary>
public sealed class TraceRetrieval
{
    /// <summary>The token that names it.</summary>
    public string RetrievalToken { get; init; } = "";

    /// <summary>Number of traces asked for.</summary>
    public int TraceCount => TraceIds.Count;

    /// <summary>Start of the window, inclusive; null where it is not known.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>End of the window, inclusive; null where it is not known.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The traces asked for.</summary>
    public RecordList<string> TraceIds { get; init; } = [];

    /// <summary>The token.</summary>
    public override string ToString() => RetrievalToken;
}
