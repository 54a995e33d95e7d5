using XRayPS.Core.Ports;

namespace XRayPS.Session;

/// <summary>A client that somebody uses; the cache disposes it when the last user is done and it was dropped.</summary>
internal sealed class ClientLease : IDisposable
{
    private readonly ClientCache.Entry _entry;
    private int _returned;

    internal ClientLease(ClientCache.Entry entry) => _entry = entry;

    /// <summary>The client.</summary>
    internal IXRayClient Client => _entry.Client;

    /// <summary>Makes the next one who asks get a new client: this one's credentials or region did not work out.</summary>
    internal void Distrust() => _entry.Drop();

    /// <summary>Gives the client back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
        {
            _entry.Return();
        }
    }
}
