using System.Globalization;
using XRayPS.Core.Documents;
using XRayPS.Core.Otlp;
using XRayPS.Local.Http;

namespace XRayPS.Local.Otlp;

/// <summary>
/// Takes spans by OTLP over HTTP, as the OpenTelemetry collector does on the same path: each becomes the documents that
/// the collector would send to X-Ray, and goes into the store by the way of all others.
/// </summary>
internal sealed class OtlpIntake(Ingestion ingestion, Counters counters)
{
    /// <summary>The path for traces; see https://opentelemetry.io/docs/specs/otlp/#otlphttp-request.</summary>
    internal const string Path = "/v1/traces";

    private const int ShownRefusals = 5;

    internal async Task<Answer> AnswerAsync(
        string method, string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        OtlpEncoding? encoding = OtlpEncoding.Of(contentType);
        if (method != "POST")
        {
            return OtlpEncoding.Json.Failure(405, "Traces are sent by POST.");
        }

        if (encoding is null)
        {
            return OtlpEncoding.Json.Failure(
                415, $"The content type '{contentType}' is not supported; send application/x-protobuf or application/json.");
        }

        try
        {
            return await TakeAsync(encoding, encoding.Read(body), cancellationToken).ConfigureAwait(false);
        }
        catch (OtlpException wrong)
        {
            return encoding.Failure(400, wrong.Message);
        }
    }

    private async Task<Answer> TakeAsync(OtlpEncoding encoding, List<OtlpSpan> spans, CancellationToken cancellationToken)
    {
        List<byte[]> documents = new(spans.Count);
        foreach (OtlpSpan span in spans)
        {
            documents.AddRange(SpanTranslator.ToDocuments(span).Select(static document => SegmentWriter.ToUtf8(document, SegmentStyle.Sent)));
        }

        counters.CountReceived(documents.Count);
        IReadOnlyList<UnprocessedTraceSegment> refused = await ingestion.TakeAsync(documents, cancellationToken).ConfigureAwait(false);
        return encoding.Success(refused.Count, Explain(refused));
    }

    private static string Explain(IReadOnlyList<UnprocessedTraceSegment> refused)
    {
        IEnumerable<string> shown = refused.Take(ShownRefusals).Select(static refusal =>
            $"span {(string.IsNullOrEmpty(refusal.Id) ? "without id" : refusal.Id)}: {refusal.Message}");
        string more = refused.Count > ShownRefusals
            ? string.Create(CultureInfo.InvariantCulture, $"; and {refused.Count - ShownRefusals} more")
            : "";
        return string.Join("; ", shown) + more;
    }
}
