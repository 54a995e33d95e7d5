using System.Text;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Loading;
using XRayPS.Session;

namespace XRayPS.Tracing;

/// <summary>
/// Where a traced block sends, settled apart from the pipeline, so that a block whose pipeline was stopped is sent as well.
/// </summary>
/// <param name="settings">The connection; null when the session has lost it.</param>
/// <param name="daemon">Whether to send datagrams.</param>
internal sealed class TraceTransport(ClientSettings? settings, bool daemon)
{
    private const int BatchSize = 50;

    /// <summary>Sends documents and answers a sentence for each that X-Ray refused. Failures are thrown.</summary>
    internal IReadOnlyList<string> Send(IReadOnlyList<byte[]> documents, CancellationToken cancellationToken)
    {
        if (daemon)
        {
            using IDaemonSender sender = PrivateServices.Client.CreateDaemonSender(LocalServices.At(settings?.EndpointUrl)?.DaemonAddress);
            Task.Run(() => SendDatagramsAsync(sender, documents, cancellationToken), cancellationToken).GetAwaiter().GetResult();
            return [];
        }

        using ClientLease lease = Rent();
        return Task.Run(() => PutAsync(lease.Client, documents, cancellationToken), cancellationToken).GetAwaiter().GetResult();
    }

    /// <summary>The sampling rules of the service.</summary>
    internal IReadOnlyList<SamplingRule> ReadRules(CancellationToken cancellationToken)
    {
        using ClientLease lease = Rent();
        return Task.Run(() => ReadRulesAsync(lease.Client, cancellationToken), cancellationToken).GetAwaiter().GetResult();
    }

    private static async Task SendDatagramsAsync(IDaemonSender sender, IReadOnlyList<byte[]> documents, CancellationToken cancellationToken)
    {
        foreach (byte[] document in documents)
        {
            await sender.SendAsync(document, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<string>> PutAsync(
        IXRayClient client, IReadOnlyList<byte[]> documents, CancellationToken cancellationToken)
    {
        List<string> refusals = [];
        foreach (byte[][] batch in documents.Chunk(BatchSize))
        {
            PutTraceSegmentsRequest request = new() { TraceSegmentDocuments = new RecordList<string>(batch.Select(Encoding.UTF8.GetString)) };
            Reply<PutTraceSegmentsResponse> reply =
                await client.SendAsync(Operations.PutTraceSegments, request, cancellationToken).ConfigureAwait(false);
            refusals.AddRange(reply.Value.UnprocessedTraceSegments.Select(static refusal => $"X-Ray refused segment {refusal.Id}: {refusal.Message}"));
        }

        return refusals;
    }

    private static async Task<IReadOnlyList<SamplingRule>> ReadRulesAsync(IXRayClient client, CancellationToken cancellationToken)
    {
        List<SamplingRule> rules = [];
        string? next = null;
        do
        {
            Reply<GetSamplingRulesResponse> reply = await client
                .SendAsync(Operations.GetSamplingRules, new TokenRequest { NextToken = next }, cancellationToken).ConfigureAwait(false);
            rules.AddRange(reply.Value.SamplingRuleRecords.Select(static record => record.SamplingRule).OfType<SamplingRule>());
            next = reply.Value.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return rules;
    }

    private ClientLease Rent() => settings is not null
        ? ClientCache.Shared.Rent(settings)
        : throw new XRayException(FailureKind.Configuration, "NotConnected", "the local X-Ray that the session was connected to has been stopped.");
}
