using System.Globalization;

namespace XRayPS.Core.Rendering;

/// <summary>What stands below an entry of a waterfall: exceptions always, everything else on demand.</summary>
internal static class WaterfallDetails
{
    private const int Frames = 5;

    internal static IEnumerable<(string Text, string Color)> Of(SegmentDocument document, bool detailed)
    {
        foreach (SegmentException exception in document.Cause?.Exceptions ?? [])
        {
            string text = string.Join(": ", new[] { exception.Type, exception.Message }.Where(part => !string.IsNullOrEmpty(part)));
            yield return ("! " + text, Style.Of(TraceStatus.Fault));
            foreach (SegmentStackFrame frame in detailed ? (exception.Stack ?? []).Take(Frames) : [])
            {
                yield return ("    at " + frame, Style.Dim);
            }

            int left = (exception.Stack?.Count ?? 0) - Frames + (exception.Truncated ?? 0);
            if (detailed && left > 0)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"    and {left} frames more"), Style.Dim);
            }
        }

        if (!detailed)
        {
            yield break;
        }

        if (document.Cause?.Reference is { } reference)
        {
            yield return ($"! caused by exception {reference}", Style.Of(TraceStatus.Fault));
        }

        if (document.Sql is { } sql)
        {
            yield return ($"sql: {sql.SanitizedQuery}  {string.Join(' ', new[] { sql.DatabaseType, sql.DatabaseVersion, sql.Url ?? sql.ConnectionString }.Where(part => part is not null))}".TrimEnd(), Style.Dim);
        }

        if (document.Http?.Url is { } url)
        {
            yield return ($"http: {document.Http.Method} {url} {document.Http.Status}".TrimEnd(), Style.Dim);
        }

        if (document.User is { } user)
        {
            yield return ($"user: {user}", Style.Dim);
        }

        foreach ((string key, object value) in document.Annotations ?? [])
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"{key} = {value}"), Style.Dim);
        }

        foreach (SegmentLink link in document.Links ?? [])
        {
            yield return ($"linked to {link}", Style.Dim);
        }
    }
}
