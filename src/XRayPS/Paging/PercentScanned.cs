using System.Management.Automation;

namespace XRayPS.Paging;

/// <summary>
/// Progress over the pages of a window. Nothing is shown for a query of one page, and what was shown is completed however
/// the query ends. For the pipeline's thread.
/// </summary>
internal sealed class PercentScanned(PSCmdlet cmdlet, string activity, TimeWindow window)
{
    private static long s_sources;
    private readonly long _source = (1L << 40) + Interlocked.Increment(ref s_sources);
    private bool _shown;
    private int _percent = -1;

    /// <summary>Shows how far a query has come that reads a window from its end to its start.</summary>
    /// <param name="reached">The start of the page that was read.</param>
    internal void Report(DateTimeOffset reached)
    {
        double length = (window.End - window.Start).TotalSeconds;
        double share = length <= 0 ? 0 : (window.End - reached).TotalSeconds / length;
        int percent = (int)(Math.Clamp(share, 0, 1) * 100);
        if (percent == _percent)
        {
            return;
        }

        _percent = percent;
        _shown = true;
        cmdlet.CommandRuntime.WriteProgress(_source, new ProgressRecord(0, activity, $"{percent} % of the window scanned")
        {
            PercentComplete = percent,
        });
    }

    /// <summary>Completes what was shown.</summary>
    internal void Complete()
    {
        if (!_shown)
        {
            return;
        }

        _shown = false;
        ProgressRecord done = new(0, activity, "done") { RecordType = ProgressRecordType.Completed };
        try
        {
            cmdlet.CommandRuntime.WriteProgress(_source, done);
        }
        catch (PipelineStoppedException)
        {
            // A stopped pipeline takes nothing more, but the host still shows the bar.
            cmdlet.Host?.UI?.WriteProgress(_source, done);
        }
    }
}
