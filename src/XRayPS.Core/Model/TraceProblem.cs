namespace XRayPS;

/// <summary>What is odd about a trace.</summary>
public enum TraceProblemKind
{
    /// <summary>The same call again and again, one after another ("N+1").</summary>
    RepeatedCalls,

    /// <summary>Calls one after another that do not seem to need each other.</summary>
    SequentialCalls,

    /// <summary>A call that failed and was made again.</summary>
    RetryStorm,

    /// <summary>A segment whose caller is not in the trace.</summary>
    MissingParent,

    /// <summary>Clocks of two hosts that disagree.</summary>
    ClockSkew,

    /// <summary>Work that never ended, beside work that did.</summary>
    LeftInProgress,

    /// <summary>More annotations than X-Ray indexes.</summary>
    TooManyAnnotations,
}

/// <summary>A finding in a trace, with the segments that it rests on.</summary>
public sealed class TraceProblem
{
    /// <summary>What is odd.</summary>
    public TraceProblemKind Kind { get; set; }

    /// <summary>The trace's id.</summary>
    public string? TraceId { get; set; }

    /// <summary>The service where it shows.</summary>
    public string? Service { get; set; }

    /// <summary>A sentence: what, how often, and what could be done.</summary>
    public string Message { get; set; } = "";

    /// <summary>Number of segments, calls or annotations.</summary>
    public int Count { get; set; }

    /// <summary>Seconds that could be saved at most, or that are in doubt; 0 where time is not at stake.</summary>
    public double TimeAtStake { get; set; }

    /// <summary>Ids of the segments and subsegments.</summary>
    public RecordList<string> SegmentIds { get; set; } = [];

    /// <summary>The same segments and subsegments as documents.</summary>
    public RecordList<SegmentDocument> Segments { get; set; } = [];

    /// <summary>Kind and sentence.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}
