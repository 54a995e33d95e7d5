namespace XRayPS.Module.Tests.Faults;

internal enum FaultKind
{
    /// <summary>The answer as it is.</summary>
    Plain,

    /// <summary>Half the body, then the connection is closed.</summary>
    Cut,

    /// <summary>No answer at all.</summary>
    Hang,

    /// <summary>Half the body, then nothing.</summary>
    HangInBody,
}

/// <summary>What the server does with a request.</summary>
internal sealed record FaultAnswer(string Body, int Status = 200, string? ErrorType = null, FaultKind Kind = FaultKind.Plain)
{
    internal static FaultAnswer Hang { get; } = new("", Kind: FaultKind.Hang);

    internal static FaultAnswer Throttled { get; } = new("""{"Message":"Rate exceeded"}""", 429, "ThrottledException");

    /// <summary>A page of summaries.</summary>
    internal static FaultAnswer Summaries(string? next, params string[] ids) => new(
        $$"""{"ApproximateTime":1.7912106E9,"NextToken":{{(next is null ? "null" : $"\"{next}\"")}},"TraceSummaries":[{{string.Join(',', ids.Select(id => $$"""{"Id":"{{id}}","Duration":0.5}"""))}}],"TracesProcessedCount":{{ids.Length}}}""");

    /// <summary>An answer of BatchGetTraces.</summary>
    internal static FaultAnswer Traces(IEnumerable<string> ids, params string[] unprocessed) => new(
        $$"""{"NextToken":null,"Traces":[{{string.Join(',', ids.Select(id => $$"""{"Id":"{{id}}","Duration":0.5,"LimitExceeded":false,"Segments":[]}"""))}}],"UnprocessedTraceIds":[{{string.Join(',', unprocessed.Select(id => $"\"{id}\""))}}]}""");
}
