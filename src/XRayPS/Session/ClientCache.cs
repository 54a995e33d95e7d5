using XRayPS.Core.Ports;

namespace XRayPS.Session;

/// <summary>
/// Clients by settings, so that connections, credentials and the pace under throttling outlive one cmdlet. The AWS_*
/// variables of the environment count as settings: whoever sets <c>$env:AWS_PROFILE</c> expects the next call to heed it.
/// </summary>
internal sealed class ClientCache(Func<ClientSettings, IXRayClient> create)
{
    private const int Capacity = 16;
    private readonly object _gate = new();
    private readonly LinkedList<Entry> _entries = [];

    /// <summary>The cache of the process.</summary>
    internal static ClientCache Shared { get; } = new(static settings => Loading.PrivateServices.Client.Create(settings));

    /// <summary>The client for some settings, until the lease is disposed.</summary>
    /// <param name="settings">The merged settings.</param>
    internal ClientLease Rent(ClientSettings settings)
    {
        (ClientSettings, string) key = (settings, EnvironmentFingerprint.Read());
        lock (_gate)
        {
            Entry? entry = _entries.FirstOrDefault(entry => entry.Key == key);
            if (entry is null)
            {
                entry = new Entry(this, key, create(settings));
            }
            else
            {
                _entries.Remove(entry);
            }

            _entries.AddFirst(entry);
            entry.Users++;
            if (_entries.Count > Capacity)
            {
                Remove(_entries.Last!.Value);
            }

            return new ClientLease(entry);
        }
    }

    /// <summary>Lets go of all clients; those in use are disposed when they are given back.</summary>
    internal void Clear()
    {
        lock (_gate)
        {
            foreach (Entry entry in _entries.ToArray())
            {
                Remove(entry);
            }
        }
    }

    private void Remove(Entry entry)
    {
        if (_entries.Remove(entry) && entry.Users == 0)
        {
            entry.Client.Dispose();
        }
    }

    /// <summary>A client of the cache. Its members are guarded by the cache's lock.</summary>
    internal sealed class Entry(ClientCache cache, (ClientSettings, string) key, IXRayClient client)
    {
        internal (ClientSettings, string) Key { get; } = key;

        internal IXRayClient Client { get; } = client;

        internal int Users { get; set; }

        internal void Drop()
        {
            lock (cache._gate)
            {
                cache.Remove(this);
            }
        }

        internal void Return()
        {
            lock (cache._gate)
            {
                Users--;
                if (Users == 0 && !cache._entries.Contains(this))
                {
                    Client.Dispose();
                }
            }
        }
    }
}
