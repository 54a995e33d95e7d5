using System.Globalization;
using System.Management.Automation;

namespace XRayPS.Console.Hosting;

/// <summary>
/// Turns progress records into one line that is drawn at most ten times a second, and not at all for work that is over
/// before one would have read it.
/// </summary>
/// <param name="screen">Where the line is drawn.</param>
/// <param name="clock">The clock.</param>
public sealed class ProgressLine(Screen screen, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly Dictionary<(long Source, int Activity), long> started = [];
    private long drawn;

    /// <summary>Takes a record.</summary>
    /// <param name="sourceId">Who reports.</param>
    /// <param name="record">What is reported.</param>
    public void Report(long sourceId, ProgressRecord record)
    {
        lock (gate)
        {
            (long, int) key = (sourceId, record.ActivityId);
            if (record.RecordType == ProgressRecordType.Completed)
            {
                started.Remove(key);
                screen.ShowProgress("");
                return;
            }

            long now = clock.GetTimestamp();
            started.TryAdd(key, now);
            bool tooEarly = clock.GetElapsedTime(started[key], now) < Patience
                || clock.GetElapsedTime(drawn, now) < Pause;
            if (tooEarly)
            {
                return;
            }

            drawn = now;
            string line = Format(record, screen.Width - 1);
            bool plain = PSStyle.Instance.OutputRendering == OutputRendering.PlainText;
            screen.ShowProgress(plain ? line : PSStyle.Instance.Progress.Style + line + PSStyle.Instance.Reset);
        }
    }

    /// <summary>Forgets everything: the pipeline is over.</summary>
    public void Clear()
    {
        lock (gate)
        {
            started.Clear();
            screen.ShowProgress("");
        }
    }

    /// <summary>The line for a record: what is done, a bar when a percentage is known, how it stands.</summary>
    /// <param name="record">The record.</param>
    /// <param name="width">The columns to stay within.</param>
    public static string Format(ProgressRecord record, int width)
    {
        string text = record.Activity;
        if (record.PercentComplete is >= 0 and <= 100 and int percent)
        {
            const int cells = 20;
            int full = percent * cells / 100;
            text += string.Create(
                CultureInfo.InvariantCulture,
                $" [{new string('=', full)}{new string(' ', cells - full)}] {percent}%");
        }

        if (!string.IsNullOrWhiteSpace(record.StatusDescription))
        {
            text += " " + record.StatusDescription;
        }

        text = text.ReplaceLineEndings(" ");
        return text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(0, width - 1)), "…");
    }
}
