using XRayPS.Core.Documents;

namespace XRayPS.Core.Otlp;

/// <summary>
/// What a segment is called: spans are named after operations, segments after services. The order is that of the
/// OpenTelemetry collector's X-Ray exporter.
/// </summary>
internal static class SpanNames
{
    internal static string Of(OtlpSpan span, SpanAttributes attributes) =>
        OfApplicationSignals(span, attributes)
        ?? attributes.Peek("peer.service", "aws.service")
        ?? OfDatabase(attributes)
        ?? (span.Kind == OtlpSpanKind.Server ? SpanAttributes.TextOf(span.Resource, "service.name") : null)
        ?? attributes.Peek("rpc.service", "http.host", "net.peer.name")
        ?? (span.Kind == OtlpSpanKind.Client ? attributes.Peek("server.address") : null)
        ?? SegmentNames.Clean(span.Name, "span");

    /// <summary>The names that the AWS distributions of OpenTelemetry work out.</summary>
    private static string? OfApplicationSignals(OtlpSpan span, SpanAttributes attributes)
    {
        bool local = span.Kind == OtlpSpanKind.Server || (span.Kind == OtlpSpanKind.Internal && SpanRoles.IsLocalRoot(span));
        if (local)
        {
            return attributes.Peek("aws.local.service");
        }

        bool remote = span.Kind is OtlpSpanKind.Client or OtlpSpanKind.Producer or OtlpSpanKind.Consumer;
        return remote && attributes.Peek("aws.remote.service") is { } name ? SpanRoles.WithoutSdkPrefix(span, name) : null;
    }

    private static string? OfDatabase(SpanAttributes attributes)
    {
        string? name = attributes.Peek("db.name", "db.namespace");
        string? connection = attributes.Peek("db.connection_string");
        if (name is null || connection is null)
        {
            return name;
        }

        string url = connection.StartsWith("jdbc:", StringComparison.Ordinal) ? connection[5..] : connection;
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0 ? $"{name}@{uri.Host}" : name;
    }
}
