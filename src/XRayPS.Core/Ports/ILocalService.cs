namespace XRayPS.Core.Ports;

/// <summary>How a local X-Ray is to run.</summary>
public sealed record LocalServiceOptions
{
    /// <summary>The TCP port of the API on loopback; 0 takes a free one. The daemon's own default is 2000.</summary>
    public int Port { get; init; } = 2000;

    /// <summary>The UDP port for segments on loopback; 0 takes a free one. The daemon's own default is 2000.</summary>
    public int DaemonPort { get; init; } = 2000;

    /// <summary>The full path of a database file; null keeps everything in memory.</summary>
    public string? Path { get; init; }

    /// <summary>Whether to load the sample traces of a small web shop.</summary>
    public bool Demo { get; init; }

    /// <summary>
    /// Requests of one operation a second, above 0; beyond that they get ThrottledException. Null: no limit.
    /// </summary>
    public double? RequestLimit { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>A local X-Ray that runs in this process. Disposing it stops it.</summary>
public interface ILocalService : IAsyncDisposable
{
    /// <summary>The endpoint of the API, such as <c>http://127.0.0.1:2000/</c>.</summary>
    Uri Endpoint { get; }

    /// <summary>The address for <c>AWS_XRAY_DAEMON_ADDRESS</c>, such as <c>127.0.0.1:2000</c>.</summary>
    string DaemonAddress { get; }

    /// <summary>The database file, or null for memory.</summary>
    string? Path { get; }

    /// <summary>Requests of one operation a second, beyond which it throttles; null without a limit.</summary>
    double? RequestLimit { get; }

    /// <summary>When it was started.</summary>
    DateTimeOffset StartedAt { get; }

    /// <summary>Counters at this moment.</summary>
    LocalServiceCounters ReadCounters();
}

/// <summary>Counters of a local X-Ray.</summary>
/// <param name="Traces">Traces stored.</param>
/// <param name="Requests">API requests answered.</param>
/// <param name="SegmentsReceived">Datagrams and documents received.</param>
/// <param name="SegmentsRejected">Datagrams with a bad header and documents that were refused.</param>
/// <param name="SegmentsDropped">Datagrams dropped under overload.</param>
public sealed record LocalServiceCounters(
    long Traces, long Requests, long SegmentsReceived, long SegmentsRejected, long SegmentsDropped);

/// <summary>Starts local services. The implementation lives behind the module's private load context.</summary>
public interface ILocalServiceFactory
{
    /// <summary>Starts a service. A port in use is an <see cref="XRayException"/> with code <c>PortInUse</c>.</summary>
    /// <param name="options">How it is to run.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    Task<ILocalService> StartAsync(LocalServiceOptions options, CancellationToken cancellationToken);
}
