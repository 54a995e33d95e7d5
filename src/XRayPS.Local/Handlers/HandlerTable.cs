using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>The handlers, one an operation.</summary>
internal static class HandlerTable
{
    internal static IReadOnlyList<IHandler> All(
        TraceStore store,
        Ingestion ingestion,
        Counters counters,
        PageTokens tokens,
        ITraceFilterCompiler filters,
        LocalSettings settings,
        TimeProvider clock)
    {
        EncryptionState encryption = new(store.Settings, clock, settings.EncryptionDelay);
        return
        [
            new PutTraceSegments(ingestion, counters),
            new PutTelemetryRecords(),
            new GetTraceSummaries(store, tokens, filters, settings),
            new BatchGetTraces(store),
            new GetTraceGraph(store),
            new GetServiceGraph(store),
            new GetEncryptionConfig(encryption),
            new PutEncryptionConfig(encryption, new KmsKeys(settings)),
        ];
    }
}
