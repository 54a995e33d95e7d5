using System.Globalization;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Daemon;

/// <summary>Where the X-Ray daemon listens for datagrams.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">The UDP port.</param>
internal sealed record DaemonAddress(string Host, int Port)
{
    private const string Variable = "AWS_XRAY_DAEMON_ADDRESS";

    /// <summary>The daemon's own default.</summary>
    internal static DaemonAddress Usual { get; } = new("127.0.0.1", 2000);

    /// <summary>
    /// The address that is given, else that of <c>AWS_XRAY_DAEMON_ADDRESS</c>, else 127.0.0.1:2000. The forms are
    /// <c>host:port</c> and <c>tcp:host:port udp:host:port</c> in any order. See
    /// https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-dotnet-configuration.html.
    /// </summary>
    internal static DaemonAddress Resolve(string? address, Func<string, string?> environment)
    {
        string? text = address ?? environment(Variable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Usual;
        }

        return TryParse(text, out DaemonAddress? parsed)
            ? parsed
            : throw new XRayException(
                FailureKind.Configuration, "InvalidDaemonAddress",
                $"'{text}' is no daemon address{(address is null ? $" ({Variable})" : "")}: use host:port, or tcp:host:port udp:host:port.");
    }

    internal static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DaemonAddress? address)
    {
        address = null;
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 1 && Protocol(parts[0]) is null)
        {
            return TryEndpoint(parts[0], out address);
        }

        if (parts.Length is < 1 or > 2 || parts.Select(Protocol).Distinct().Count() != parts.Length
            || parts.Any(part => Protocol(part) is null))
        {
            return false;
        }

        // Each part has to be right, as the SDKs check it; only the one for UDP is used.
        foreach (string part in parts)
        {
            if (!TryEndpoint(part[4..], out DaemonAddress? endpoint))
            {
                return false;
            }

            address = Protocol(part) == "udp" ? endpoint : address;
        }

        return address is not null;
    }

    private static string? Protocol(string part) =>
        part.StartsWith("udp:", StringComparison.OrdinalIgnoreCase) ? "udp"
        : part.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? "tcp"
        : null;

    private static bool TryEndpoint(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DaemonAddress? address)
    {
        address = null;
        int colon = text.LastIndexOf(':');
        if (colon <= 0
            || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            || port is < 1 or > 65535)
        {
            return false;
        }

        string host = text[..colon];
        bool isBracketed = host.Length > 2 && host[0] == '[' && host[^1] == ']';
        host = isBracketed ? host[1..^1] : host;
        UriHostNameType kind = Uri.CheckHostName(host);
        if (kind == UriHostNameType.Unknown || (kind == UriHostNameType.IPv6 && !isBracketed))
        {
            return false;
        }

        address = new DaemonAddress(host, port);
        return true;
    }

    /// <summary>Host and port.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}");
}
