using XRayPS.Abstractions;
using XRayPS.Module.Tests.Engine;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Faults;

/// <summary>A shell that is connected to a fault server.</summary>
public abstract class FaultTest : IAsyncLifetime
{
    private FaultServer? _server;

    private protected Shell Shell { get; } = new();

    private protected FaultServer Server => _server!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        XRayCmdlet.Clock = TimeProvider.System;
        XRaySession.Reset();
        Shell.Dispose();
        ClientCache.Shared.Clear();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Starts the server and connects the session to it.</summary>
    private protected FaultServer Serve(Func<FaultRequest, FaultAnswer> answer)
    {
        _server = new FaultServer(answer);
        Shell.Run($"Connect-XRay -EndpointUrl {_server.Endpoint}");
        return _server;
    }
}
