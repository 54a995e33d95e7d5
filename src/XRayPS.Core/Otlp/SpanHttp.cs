using System.Net;

namespace XRayPS.Core.Otlp;

/// <summary>
/// The HTTP block, from the attributes of old semantic conventions (<c>http.url</c>, <c>net.peer.name</c>) and new ones
/// (<c>url.full</c>, <c>server.address</c>). Where both are there the new ones count.
/// </summary>
internal static class SpanHttp
{
    /// <summary>The block; null when the span says nothing about HTTP.</summary>
    internal static SegmentHttp? Of(OtlpSpan span, SpanAttributes attributes)
    {
        bool server = span.Kind == OtlpSpanKind.Server;
        string? forwarded = attributes.Take("client.address", "http.client_ip");
        string? peer = attributes.Take("network.peer.address", "net.sock.peer.addr", "net.peer.ip");
        SegmentHttp http = new()
        {
            Method = attributes.Take("http.request.method", "http.method"),
            UserAgent = attributes.Take("user_agent.original", "http.user_agent"),
            Status = (int?)Within(SpanAttributes.NumberOf(attributes.Take("http.response.status_code", "http.status_code"))),
        };
        Address address = new(attributes, server, peer);
        bool isHttp = http.Method is not null || http.UserAgent is not null || http.Status is not null || address.IsHttp;
        if (!isHttp)
        {
            return null;
        }

        http.Url = address.Url;
        http.ContentLength =
            SpanAttributes.NumberOf(attributes.Take("http.response.body.size", "http.response_content_length")) ?? ReceivedSize(span);

        // An address of the peer itself is sure; without it the one given comes from a header.
        http.ClientIp = IsIp(forwarded) ? forwarded : IsIp(peer) ? peer : null;
        http.XForwardedFor = http.ClientIp is not null && peer is null ? true : null;
        return http;
    }

    /// <summary>The size of the message that was received, which old instrumentation writes on the span or on one of its events.</summary>
    private static long? ReceivedSize(OtlpSpan span) =>
        span.Events.Select(static occurrence => occurrence.Attributes).Prepend(span.Attributes)
            .Where(static attributes => SpanAttributes.TextOf(attributes, "message.type") == "RECEIVED")
            .Select(static attributes => SpanAttributes.NumberOf(
                SpanAttributes.TextOf(attributes, "messaging.message_payload_size_bytes")
                ?? SpanAttributes.TextOf(attributes, "messaging.message.body.size")))
            .FirstOrDefault(static size => size is > 0);

    private static long? Within(long? status) => status is >= 0 and < 1000 ? status : null;

    private static bool IsIp(string? text) => text is not null && IPAddress.TryParse(text, out _);

    private sealed class Address
    {
        internal Address(SpanAttributes attributes, bool server, string? peer)
        {
            string? full = attributes.Take("url.full", "http.url");
            string? scheme = attributes.Take("url.scheme", "http.scheme");
            string? target = attributes.Take("http.target");
            string? path = attributes.Take("url.path");
            string? query = attributes.Take("url.query");
            string? hostHeader = attributes.Take("http.host");
            string? serverName = attributes.Take("http.server_name");
            string? address = attributes.Take("server.address");
            string? port = attributes.Take("server.port");
            string? ownName = attributes.Take("net.host.name", "host.name");
            string? ownPort = attributes.Take("net.host.port");
            string? peerName = attributes.Take("net.peer.name");
            string? peerPort = attributes.Take("net.peer.port");
            string? host = server
                ? address ?? hostHeader ?? serverName ?? ownName
                : address ?? hostHeader ?? peerName ?? peer;
            IsHttp = (full ?? scheme ?? target ?? path ?? hostHeader ?? serverName) is not null;
            Url = full ?? (host is null
                ? null
                : Join(scheme ?? "http", host, address is null && hostHeader is not null ? null : port ?? (server ? ownPort : peerPort), target ?? path, query, target is null));
        }

        internal bool IsHttp { get; }

        internal string? Url { get; }

        private static string Join(string scheme, string host, string? port, string? path, string? query, bool withQuery)
        {
            bool usual = port is null || (scheme, port) is ("http", "80") or ("https", "443");
            string asked = withQuery && query is not null ? "?" + query.TrimStart('?') : "";
            return $"{scheme}://{host}{(usual ? "" : ":" + port)}{path ?? "/"}{asked}";
        }
    }
}
