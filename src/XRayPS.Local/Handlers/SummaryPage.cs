using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>A part of a list of traces.</summary>
/// <param name="Traces">Those that were wanted.</param>
/// <param name="Scanned">How many were looked at.</param>
/// <param name="Last">The last that was looked at, when there are more behind it.</param>
internal sealed record SummaryPage(IReadOnlyList<StoredTrace> Traces, int Scanned, StoredTrace? Last)
{
    private const int LargestPortion = 1000;

    /// <summary>Looks at traces until enough are found or enough were looked at.</summary>
    internal static async Task<SummaryPage> ReadAsync(
        TraceStore store,
        TraceScan scan,
        ScanPlace? behind,
        Func<StoredTrace, bool>? wanted,
        LocalSettings settings,
        CancellationToken cancellationToken)
    {
        List<StoredTrace> found = [];
        int scanned = 0;
        while (true)
        {
            // One more than is looked at tells whether there is another page.
            int count = Math.Min(PortionSize(found.Count, scanned, settings.PageSize), settings.FilteredScanSize - scanned);
            IReadOnlyList<StoredTrace> portion = await store.ScanAsync(scan, behind, count + 1, cancellationToken).ConfigureAwait(false);
            bool[]? verdicts = wanted is null ? null : Judge(portion, wanted);
            for (int i = 0; i < Math.Min(count, portion.Count); i++)
            {
                scanned++;
                if (verdicts is null || verdicts[i])
                {
                    found.Add(portion[i]);
                }

                if (found.Count == settings.PageSize || scanned == settings.FilteredScanSize)
                {
                    return new SummaryPage(found, scanned, i + 1 < portion.Count ? portion[i] : null);
                }
            }

            if (portion.Count <= count)
            {
                return new SummaryPage(found, scanned, null);
            }

            behind = new ScanPlace(portion[count - 1].Position, portion[count - 1].Id);
        }
    }

    /// <summary>About as many as will fill the page, going by how many were wanted so far.</summary>
    private static int PortionSize(int found, int scanned, int pageSize)
    {
        long likely = (pageSize - found) * (long)scanned / Math.Max(found, 1) * 5 / 4;
        return (int)Math.Clamp(likely, pageSize, Math.Max(pageSize, LargestPortion));
    }

    private static bool[] Judge(IReadOnlyList<StoredTrace> portion, Func<StoredTrace, bool> wanted)
    {
        bool[] verdicts = new bool[portion.Count];
        Parallel.For(0, portion.Count, i => verdicts[i] = wanted(portion[i]));
        return verdicts;
    }
}
