using XRayPS.Core.Analysis;
using XRayPS.Core.Documents;

namespace XRayPS.Core.Rendering;

/// <summary>
/// What the characters of a waterfall mean: of those that occur, the ones that no word beside them explains.
/// </summary>
internal sealed class WaterfallLegend(WaterfallGlyphs glyphs, bool hasWords)
{
    private readonly HashSet<TraceStatus> _statuses = [];
    private bool _waits;
    private bool _isOpen;
    private bool _isCritical;

    internal void Add(WaterfallRow row, bool marksCriticalPath)
    {
        TimelineEntry entry = row.First;
        _waits |= entry.Children.Count > 0;
        _isOpen |= entry.InProgress;
        _isCritical |= marksCriticalPath && row.IsOnCriticalPath;
        if (!entry.InProgress)
        {
            _statuses.Add(Outcome.Of(entry.Document));
        }
    }

    /// <summary>The legend, in lines of at most a number of cells.</summary>
    internal IEnumerable<string> Lines(int width)
    {
        string line = "";
        foreach (string part in Parts())
        {
            if (line.Length > 0 && line.Length + 2 + part.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? part : "  " + part;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private IEnumerable<string> Parts()
    {
        yield return $"{glyphs.Self} own work";
        if (_waits)
        {
            yield return $"{glyphs.Waiting} waiting";
        }

        if (_isOpen)
        {
            yield return hasWords ? $"{glyphs.Open} in progress" : $"{glyphs.InProgress}{glyphs.Open} in progress";
        }

        if (_isCritical)
        {
            yield return $"{glyphs.Critical} critical path";
        }

        foreach (TraceStatus status in _statuses.Where(status => !hasWords && status != TraceStatus.Ok).Order())
        {
            yield return $"{glyphs.Of(status)} {status.ToString().ToLowerInvariant()}";
        }
    }
}
