using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>The answers that have a hand-written reader.</summary>
internal static class HotReaders
{
    internal static GetTraceSummariesResponse GetTraceSummaries(ReadOnlySpan<byte> body, ReadContext context) =>
        HotReader.Parse<GetTraceSummariesResponse, GetTraceSummariesResponseReader>(
            body, context, nameof(GetTraceSummariesResponse));

    internal static GetServiceGraphResponse GetServiceGraph(ReadOnlySpan<byte> body, ReadContext context) =>
        HotReader.Parse<GetServiceGraphResponse, GetServiceGraphResponseReader>(
            body, context, nameof(GetServiceGraphResponse));

    internal static GetTraceGraphResponse GetTraceGraph(ReadOnlySpan<byte> body, ReadContext context) =>
        HotReader.Parse<GetTraceGraphResponse, GetTraceGraphResponseReader>(
            body, context, nameof(GetTraceGraphResponse));
}
