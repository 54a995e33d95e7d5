using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using XRayPS.Local.Http;

namespace XRayPS.Local.Daemon;

/// <summary>Stores the documents of a batch.</summary>
/// <param name="documents">The documents, UTF-8.</param>
/// <param name="after">What has to be stored before, so that documents are kept in the order of their receipt.</param>
internal delegate Task StoreDocuments(IReadOnlyCollection<byte[]> documents, Task after);

/// <summary>
/// The daemon's UDP port. One arrow: socket, queue, batch, store. When the store cannot keep up the queue drops its oldest
/// document and counts it, as the daemon does; nobody is ever answered.
/// </summary>
internal sealed class UdpIntake : IAsyncDisposable
{
    private const int LargestDatagram = 65_536;
    private const int KernelBuffer = 8 * 1024 * 1024;
    private const int BatchSize = 500;

    private readonly Socket _socket;
    private readonly Channel<byte[]> _queue;
    private readonly StoreDocuments _store;
    private readonly Counters _counters;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _receiving;
    private readonly Task _storing;

    private UdpIntake(Socket socket, StoreDocuments store, Counters counters, int queueLength)
    {
        _socket = socket;
        _store = store;
        _counters = counters;
        _queue = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(queueLength)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
                SingleWriter = true,
            },
            _ => counters.CountDropped());
        Port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        _receiving = Task.Run(ReceiveAsync);
        _storing = Task.Run(StoreAsync);
    }

    internal int Port { get; }

    /// <summary>Listens on the port, or on a free one for 0.</summary>
    /// <param name="port">The port.</param>
    /// <param name="store">Takes the documents of a batch.</param>
    /// <param name="counters">Counts what happens to datagrams.</param>
    /// <param name="queueLength">How many documents wait at most.</param>
    internal static UdpIntake Start(
        int port, StoreDocuments store, Counters counters, int queueLength)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveBufferSize = KernelBuffer;
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return new UdpIntake(socket, store, counters, queueLength);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw Ports.InUse(port, "UDP", "-DaemonPort", failure);
        }
    }

    /// <summary>Stops receiving and stores what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _receiving.ConfigureAwait(false);
        _socket.Dispose();
        _queue.Writer.Complete();
        await _storing.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task ReceiveAsync()
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(LargestDatagram, pinned: true);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                int length = await _socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None, _stop.Token).ConfigureAwait(false);
                Take(buffer.AsSpan(0, length));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A datagram too long, or the echo of an unreachable sender on Windows: the next one may be good.
            }
        }
    }

    private void Take(ReadOnlySpan<byte> datagram)
    {
        // The daemon counts what has content.
        if (datagram.IsEmpty)
        {
            return;
        }

        _counters.CountReceived(1);
        if (Datagram.TryRead(datagram, out ReadOnlySpan<byte> document))
        {
            _queue.Writer.TryWrite(document.ToArray());
            return;
        }

        _counters.CountRejected(1);
    }

    private async Task StoreAsync()
    {
        Task last = Task.CompletedTask;
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            List<byte[]> batch = [];
            while (batch.Count < BatchSize && _queue.Reader.TryRead(out byte[]? document))
            {
                batch.Add(document);
            }

            // While a batch is stored the next is read, but no further: what waits shall wait where it can be dropped.
            Task next = StoreAsync(batch, last);
            await last.ConfigureAwait(false);
            last = next;
        }

        await last.ConfigureAwait(false);
    }

    private async Task StoreAsync(List<byte[]> batch, Task after)
    {
        try
        {
            await _store(batch, after).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A batch that cannot be stored is lost, as in the daemon: there is nobody to tell but the counter.
            _counters.CountRejected(batch.Count);
        }
    }
}
