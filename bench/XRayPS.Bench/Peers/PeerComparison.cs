using XRayPS.Bench.Support;

namespace XRayPS.Bench.Peers;

/// <summary>
/// 1,000 pages of 100 summaries through each peer, round by round: what disturbs the machine disturbs all of them.
/// </summary>
internal static class PeerComparison
{
    private const int ManyPages = 1000;
    private const int FewPages = 100;
    private const int WarmUp = 2;
    private const int WarmPasses = 3;

    private static readonly Peer Fresh = new(
        "XRayPS, fresh process", Environment.ProcessPath!, static endpoint => ["peer-module", endpoint, "1"]);

    private static readonly Peer FreshFew = Fresh with { Name = "XRayPS, fresh process, 100 pages" };

    private static readonly Peer Warm = new(
        "XRayPS, warm process", Environment.ProcessPath!,
        static endpoint => ["peer-module", endpoint, $"{WarmUp + WarmPasses}"])
    {
        WarmUp = WarmUp,
    };

    private static readonly Peer Bare = new(
        "bare keep-alive read", Environment.ProcessPath!,
        static endpoint => ["peer-bare", endpoint, $"{ManyPages}", $"{WarmUp + WarmPasses}"])
    {
        WarmUp = WarmUp, CountsBytes = true,
    };

    internal static void Run(int rounds)
    {
        List<Peer> peers = [Fresh, FreshFew, Warm, Bare, .. Rivals.Find()];
        Dictionary<Peer, List<PeerRun>> runs = peers.ToDictionary(static peer => peer, static _ => new List<PeerRun>());
        using Child many = Child.StartPart("peer-server", $"{ManyPages}");
        using Child few = Child.StartPart("peer-server", $"{FewPages}");
        (string manyAt, long manyBytes) = Place(many);
        (string fewAt, long fewBytes) = Place(few);
        for (int round = 0; round < rounds; round++)
        {
            foreach (Peer peer in peers.Where(peer => round < peer.MostRounds))
            {
                PeerRun run = peer == FreshFew
                    ? PeerRun.Of(peer, fewAt, FewPages, fewBytes)
                    : PeerRun.Of(peer, manyAt, ManyPages, manyBytes);
                runs[peer].Add(run);
                Console.WriteLine(
                    $"round {round + 1}: {peer.Name}: {Figures.Seconds(run.Whole)}, "
                    + $"inside {Figures.Seconds(Inside([run]))}, processor {Figures.Seconds(run.Processor)}");
            }
        }

        PeerTables.Print(runs, manyBytes, Fresh, FreshFew, Warm, Bare);
    }

    /// <summary>Median of the passes as the processes themselves measure them.</summary>
    internal static double Inside(IEnumerable<PeerRun> runs) =>
        Figures.Median(runs.SelectMany(static run => run.Passes).Select(static pass => pass.Seconds));

    private static (string Endpoint, long Bytes) Place(Child server)
    {
        string[] said = server.Expect().Split(' ');
        return ($"http://127.0.0.1:{said[0]}", long.Parse(said[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
