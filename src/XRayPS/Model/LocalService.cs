using XRayPS.Core.Ports;
using XRayPS.Session;

namespace XRayPS;

/// <summary>A local X-Ray that runs in this process, with its counters at the moment of asking.</summary>
public sealed class LocalService
{
    internal LocalService(ILocalService service)
    {
        LocalServiceCounters counters = service.ReadCounters();
        Endpoint = service.Endpoint;
        DaemonAddress = service.DaemonAddress;
        Path = service.Path;
        StartedAt = service.StartedAt;
        RequestLimit = service.RequestLimit;
        IsConnection = XRaySession.Current is { IsLocalService: true } current
            && current.Settings.EndpointUrl == service.Endpoint;
        Traces = counters.Traces;
        Requests = counters.Requests;
        SegmentsReceived = counters.SegmentsReceived;
        SegmentsRejected = counters.SegmentsRejected;
        SegmentsDropped = counters.SegmentsDropped;
    }

    /// <summary>The endpoint of the API, such as <c>http://127.0.0.1:2000/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The TCP port of the API.</summary>
    public int Port => Endpoint.Port;

    /// <summary>The address for <c>AWS_XRAY_DAEMON_ADDRESS</c>, such as <c>127.0.0.1:2000</c>.</summary>
    public string DaemonAddress { get; }

    /// <summary>The database file; null when everything is in memory.</summary>
    public string? Path { get; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Requests of one operation a second, beyond which it throttles; null without a limit.</summary>
    public double? RequestLimit { get; }

    /// <summary>Whether the cmdlets of this session call it.</summary>
    public bool IsConnection { get; }

    /// <summary>Traces stored.</summary>
    public long Traces { get; }

    /// <summary>API requests answered.</summary>
    public long Requests { get; }

    /// <summary>Datagrams and documents received.</summary>
    public long SegmentsReceived { get; }

    /// <summary>Datagrams and documents refused.</summary>
    public long SegmentsRejected { get; }

    /// <summary>Datagrams dropped under overload.</summary>
    public long SegmentsDropped { get; }

    /// <summary>The endpoint.</summary>
    public override string ToString() => Endpoint.ToString();
}
