using XRayPS.Core.Documents;

namespace XRayPS.Core.Otlp;

/// <summary>
/// OpenTelemetry spans as segment documents, by the rules of the OpenTelemetry collector's exporter for X-Ray
/// (https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/awsxrayexporter).
/// </summary>
public static class SpanTranslator
{
    /// <summary>
    /// The documents of a span: one, or for the first span of a service that is itself a call, as the AWS distributions
    /// mark it, the service's segment and the call below it.
    /// </summary>
    /// <param name="span">The span; ids that are none make documents that the service refuses.</param>
    public static IReadOnlyList<SegmentDocument> ToDocuments(OtlpSpan span)
    {
        SegmentDocument document = Make(span, SpanRoles.IsSubsegment(span));
        if (!SpanRoles.IsLocalRoot(span))
        {
            if (span.Kind is OtlpSpanKind.Consumer or OtlpSpanKind.Producer
                && document.Type is not null
                && SpanAttributes.TextOf(span.Attributes, "aws.remote.service") is not null)
            {
                document.Namespace ??= "remote";
            }

            return [document];
        }

        if (span.Kind is OtlpSpanKind.Server or OtlpSpanKind.Internal)
        {
            SegmentDocument service = Make(span, subsegment: false);
            service.Namespace = null;
            return [service];
        }

        return SplitCall(span, document);
    }

    private static SegmentDocument[] SplitCall(OtlpSpan span, SegmentDocument call)
    {
        SegmentDocument service = Make(WithoutRemote(span), subsegment: false);
        service.Id = SegmentId.Derive(span.TraceId, span.SpanId, "service");
        service.Namespace = null;
        service.Http = null;
        service.Name = SpanAttributes.TextOf(span.Attributes, "aws.local.service") ?? service.Name;
        service.Aws = Without(service.Aws, ["operation", "account_id", "region", "request_id", "queue_url", "table_name", "table_names"]);
        service.Metadata = ResourceOnly(service.Metadata);
        service.Links = span.Kind == OtlpSpanKind.Consumer ? service.Links : null;

        call.Type = "subsegment";
        call.ParentId = service.Id;
        call.Namespace ??= "remote";
        call.Links = span.Kind == OtlpSpanKind.Consumer ? null : call.Links;
        return [call, service];
    }

    /// <summary>What the span says of the callee is not said of the service that calls, neither as name nor to search by.</summary>
    private static OtlpSpan WithoutRemote(OtlpSpan span)
    {
        OtlpSpan rest = span.Copy();
        rest.Attributes = Without(
            span.Attributes, ["aws.remote.service", "aws.remote.operation", "remoteTarget", "K8s.RemoteNamespace"])!;
        return rest;
    }

    private static SegmentDocument Make(OtlpSpan span, bool subsegment)
    {
        SpanAttributes attributes = new(span);
        SegmentDocument document = new()
        {
            Id = span.SpanId,
            TraceId = span.TraceId.Length == 32 ? TraceId.FromW3C(span.TraceId) : span.TraceId,
            ParentId = span.ParentSpanId,
            Type = subsegment ? "subsegment" : null,
            Name = SpanNames.Of(span, attributes),
            StartSeconds = Seconds(span.StartNanoseconds),
            EndSeconds = Seconds(span.EndNanoseconds),
            Namespace = Namespace(span, attributes),
            Origin = SpanAws.Origin(span.Resource),
            Service = SpanAws.Service(span.Resource),
            Links = Links(span),
            Http = SpanHttp.Of(span, attributes),
        };
        SpanCause.Fill(document, span, attributes);
        document.Aws = SpanAws.Of(span, attributes);
        document.Sql = SpanSql.Of(span, attributes);
        SpanIndex.Fill(document, span, attributes, withResource: !subsegment);
        return document;
    }

    /// <summary>Nanoseconds of today have more digits than a double: divide before rounding.</summary>
    private static double Seconds(ulong nanoseconds) => (double)(nanoseconds / 1_000_000_000m);

    private static string? Namespace(OtlpSpan span, SpanAttributes attributes)
    {
        if (SpanRoles.IsAwsCall(span))
        {
            return "aws";
        }

        // The AWS service names the segment only where nothing better does, and then makes the call one to AWS.
        if (attributes.Peek("aws.service") is { } service && SpanNames.Of(span, attributes) == service)
        {
            return "aws";
        }

        return span.Kind == OtlpSpanKind.Client ? "remote" : null;
    }

    private static RecordList<SegmentLink>? Links(OtlpSpan span)
    {
        RecordList<SegmentLink> links = [];
        foreach (OtlpLink link in span.Links.Where(static link => link is { TraceId.Length: 32, SpanId.Length: 16 }))
        {
            links.Add(new SegmentLink
            {
                TraceId = TraceId.FromW3C(link.TraceId),
                Id = link.SpanId,
                Attributes = link.Attributes.Count > 0 ? link.Attributes : null,
            });
        }

        return links.Count > 0 ? links : null;
    }

    private static RecordMap<object?>? Without(RecordMap<object?>? block, string[] members)
    {
        if (block is null)
        {
            return null;
        }

        RecordMap<object?> rest = [];
        foreach ((string member, object? value) in block.Where(pair => !members.Contains(pair.Key)))
        {
            rest[member] = value;
        }

        return rest;
    }

    private static RecordMap<object?>? ResourceOnly(RecordMap<object?>? metadata)
    {
        if (metadata is null || !metadata.TryGetValue("default", out object? common) || common is not RecordMap<object?> map)
        {
            return null;
        }

        RecordMap<object?> rest = [];
        foreach ((string key, object? value) in map.Where(static pair => pair.Key.StartsWith("otel.resource.", StringComparison.Ordinal)))
        {
            rest[key] = value;
        }

        return new RecordMap<object?> { ["default"] = rest };
    }
}
