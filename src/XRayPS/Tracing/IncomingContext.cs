using XRayPS.Core.Documents;

namespace XRayPS.Tracing;

/// <summary>The trace that a script was started in: a header that was handed over, or else the environment's.</summary>
internal static class IncomingContext
{
    /// <summary>
    /// The context: the given header, else <c>_X_AMZN_TRACE_ID</c>, else <c>TRACEPARENT</c>; whichever first has a trace.
    /// </summary>
    /// <param name="header">A tracing header or a W3C traceparent; null for the environment.</param>
    internal static TraceHeader Read(string? header)
    {
        if (header is not null)
        {
            return Parse(header);
        }

        TraceHeader incoming = Parse(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
        return incoming.Root is not null ? incoming : Parse(Environment.GetEnvironmentVariable("TRACEPARENT"));
    }

    private static TraceHeader Parse(string? text)
    {
        // version-traceid-parentid-flags; later versions may have more at the end, version ff is none.
        string[] parts = (text ?? "").Trim().Split('-');
        bool isW3c = parts.Length >= 4 && parts[0].Length == 2 && parts[0] != "ff" && parts[1].Length == 32 && parts[3].Length == 2
            && SegmentId.IsValid(parts[2]) && parts[1].Trim('0').Length > 0 && parts[2].Trim('0').Length > 0;
        if (!isW3c || !TraceId.TryParse(parts[1], out string traceId))
        {
            return TraceHeader.Parse(text);
        }

        bool sampled = int.TryParse(parts[3], System.Globalization.NumberStyles.AllowHexSpecifier, provider: null, out int flags) && (flags & 1) == 1;
        return new TraceHeader
        {
            Root = traceId,
            Parent = parts[2].ToLowerInvariant(),
            Sampled = sampled ? SamplingDecision.Sampled : SamplingDecision.NotSampled,
        };
    }
}
