using XRayPS.Bench.Support;

namespace XRayPS.Bench.Peers;

/// <summary>One process of a peer.</summary>
/// <param name="Whole">From the start of the process to its end, in seconds.</param>
/// <param name="First">From the start of the process to the first summary, in seconds.</param>
/// <param name="Peak">Peak resident memory, in MiB.</param>
/// <param name="Processor">Processor time of the process, in seconds.</param>
/// <param name="Passes">The passes that count, as it says itself.</param>
internal sealed record PeerRun(
    double Whole, double First, double Peak, double Processor, IReadOnlyList<PassLine> Passes)
{
    private static readonly (string Name, string Value)[] Surroundings =
    [
        ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_REGION", "us-east-1"),
        ("AWS_DEFAULT_REGION", "us-east-1"), ("AWS_EC2_METADATA_DISABLED", "true"), ("NO_PROXY", "127.0.0.1"),
        ("AWS_PAGER", ""), ("AWS_CONFIG_FILE", "none"), ("AWS_SHARED_CREDENTIALS_FILE", "none"),
    ];

    /// <summary>Runs a peer; one that did not receive everything is a failure.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="endpoint">Where the pages are.</param>
    /// <param name="pages">How many there are.</param>
    /// <param name="bytes">The length of their bodies together.</param>
    internal static PeerRun Of(Peer peer, string endpoint, int pages, long bytes)
    {
        using Child child = Child.Start(peer.File, peer.Arguments(endpoint), Surroundings);
        double first = 0;
        List<PassLine> passes = [];
        if (peer.WritesJson)
        {
            (long count, string last) = JsonCount.Read(child.Output, () => first = child.Elapsed);
            passes.Add(new PassLine(count, last, child.Elapsed, first));
        }
        else
        {
            while (child.ReadLine() is { } line)
            {
                first = line == "first" ? child.Elapsed : first;
                if (PassLine.Read(line) is { } pass)
                {
                    passes.Add(pass);
                }
            }
        }

        child.WaitForEnd();
        double whole = child.Elapsed;
        foreach (PassLine pass in passes)
        {
            Verify(peer, pass, pages, bytes);
        }

        return passes.Count > peer.WarmUp
            ? new PeerRun(whole, first, child.PeakMebibytes, child.ProcessorSeconds, [.. passes.Skip(peer.WarmUp)])
            : throw new InvalidOperationException($"{peer.Name} did not say what it read.");
    }

    private static void Verify(Peer peer, PassLine pass, int pages, long bytes)
    {
        int summaries = pages * Pages.SummariesPerPage;
        bool whole = peer.CountsBytes
            ? pass.Count == bytes
            : pass.Count == summaries && pass.Last == Pages.Id(summaries - 1);
        if (!whole)
        {
            throw new InvalidOperationException(
                $"{peer.Name} read {pass.Count} ending with {pass.Last}; "
                + $"{summaries} summaries in {bytes} bytes were there.");
        }
    }
}
