using XRayPS.Bench.Support;

namespace XRayPS.Bench.Peers;

/// <summary>The tables of the comparison.</summary>
internal static class PeerTables
{
    internal static void Print(
        IReadOnlyDictionary<Peer, List<PeerRun>> runs, long bytes, Peer fresh, Peer few, Peer warm, Peer bare)
    {
        Table peers = new(
            "1,000 pages of 100 summaries",
            "whole process", "processor", "reading alone", "first object", "peak memory", "rounds");
        foreach ((Peer peer, List<PeerRun> all) in runs.Where(entry => entry.Key != few))
        {
            // Of a warm process only the reading means something.
            bool isWarm = peer == warm || peer == bare;
            double first = Figures.Median(isWarm
                ? all.SelectMany(static run => run.Passes).Select(static pass => pass.First)
                : all.Select(static run => run.First));
            peers.Add(
                peer.Name,
                isWarm ? "" : Figures.Seconds(Figures.Median(all.Select(static run => run.Whole))),
                isWarm ? "" : Figures.Seconds(Figures.Median(all.Select(static run => run.Processor))),
                peer.WritesJson ? "" : Figures.Seconds(PeerComparison.Inside(all)),
                Figures.Milliseconds(first * 1000),
                Figures.Mebibytes(Figures.Median(all.Select(static run => run.Peak))),
                $"{all.Count}");
        }

        peers.Print($"Medians; {bytes / 1e6:F1} MB of bodies");
        PrintTargets(runs, fresh, few, warm, bare);
    }

    private static void PrintTargets(
        IReadOnlyDictionary<Peer, List<PeerRun>> runs, Peer fresh, Peer few, Peer warm, Peer bare)
    {
        double own = Whole(runs[fresh]);
        double ownWarm = PeerComparison.Inside(runs[warm]);
        Table targets = new("ratio", "measured", "target", "met");
        void Faster(string what, string rival, Func<List<PeerRun>, double> time, double mine, double target)
        {
            List<PeerRun>? theirs = runs.FirstOrDefault(entry => entry.Key.Name == rival).Value;
            double ratio = theirs is null ? 0 : time(theirs) / mine;
            targets.Add(
                what, theirs is null ? "SKIPPED" : Figures.Times(ratio), Figures.Times(target),
                theirs is null ? "" : Figures.Met(ratio >= target));
        }

        Faster("fresh process, as fast as boto3's", "boto3", Whole, own, 5);
        Faster("fresh process, as fast as the AWS CLI", "AWS CLI", Whole, own, 15);
        Faster("fresh process, as fast as the JavaScript SDK's", "AWS SDK for JavaScript", Whole, own, 2.5);
        Faster("warm process, as fast as boto3's reading alone", "boto3", PeerComparison.Inside, ownWarm, 12);
        double slower = ownWarm / PeerComparison.Inside(runs[bare]);
        targets.Add(
            "warm process, times the bare read", Figures.Times(slower), "2.5 x at most", Figures.Met(slower <= 2.5));
        double growth = Peak(runs[fresh]) / Peak(runs[few]);
        targets.Add(
            $"peak memory, 1,000 pages ({Figures.Mebibytes(Peak(runs[fresh]))}) "
            + $"to 100 ({Figures.Mebibytes(Peak(runs[few]))})",
            growth.ToString("0.00 x", System.Globalization.CultureInfo.InvariantCulture),
            "the same", Figures.Met(growth <= 1.1));
        targets.Print("Targets");
    }

    private static double Whole(List<PeerRun> runs) => Figures.Median(runs.Select(static run => run.Whole));

    private static double Peak(List<PeerRun> runs) => Figures.Median(runs.Select(static run => run.Peak));
}
