namespace XRayPS.Bench.Peers;

/// <summary>One way to read all pages.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments for an endpoint.</param>
internal sealed record Peer(string Name, string File, Func<string, IReadOnlyList<string>> Arguments)
{
    /// <summary>Passes at the start of a process that are not counted.</summary>
    internal int WarmUp { get; init; }

    /// <summary>Whether it says nothing by itself but writes all summaries as JSON.</summary>
    internal bool WritesJson { get; init; }

    /// <summary>In how many rounds it takes part at most.</summary>
    internal int MostRounds { get; init; } = int.MaxValue;

    /// <summary>Whether it counts bytes rather than summaries.</summary>
    internal bool CountsBytes { get; init; }
}
