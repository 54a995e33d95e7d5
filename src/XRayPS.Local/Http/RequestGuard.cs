using System.Net;

namespace XRayPS.Local.Http;

/// <summary>
/// Keeps web pages out: a page of another site can make a browser send requests to loopback, but it cannot leave out the
/// Origin header, and a rebound DNS name shows as a foreign Host.
/// </summary>
internal static class RequestGuard
{
    internal static bool Allows(HttpListenerRequest request) =>
        request.Headers["Origin"] is null && IsLoopbackName(request.UserHostName);

    internal static bool IsLoopbackName(string? host)
    {
        if (string.IsNullOrEmpty(host))
        {
            return false;
        }

        int colon = host.IndexOf(':', StringComparison.Ordinal);
        ReadOnlySpan<char> name = colon < 0 ? host : host.AsSpan(0, colon);
        return name.Equals("127.0.0.1", StringComparison.Ordinal)
            || name.Equals("localhost", StringComparison.OrdinalIgnoreCase);
    }
}
