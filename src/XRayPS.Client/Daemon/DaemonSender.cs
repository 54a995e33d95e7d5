using System.Net;
using System.Net.Sockets;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Daemon;

/// <summary>
/// Sends one document a datagram, behind the header line of the X-Ray daemon. See
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html.
/// </summary>
internal sealed class DaemonSender(DaemonAddress address) : IDaemonSender
{
    /// <summary>What one UDP datagram over IPv4 holds.</summary>
    internal const int MaxDatagram = 65_507;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private Socket? _socket;

    public string Address { get; } = address.ToString();

    private static ReadOnlySpan<byte> Header => "{\"format\": \"json\", \"version\": 1}\n"u8;

    public async Task SendAsync(ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        int length = Header.Length + document.Length;
        if (length > MaxDatagram)
        {
            throw new XRayException(
                FailureKind.Refused, "DocumentTooLarge",
                $"The document has {document.Length} bytes; a datagram to the daemon holds {MaxDatagram - Header.Length}. Send it with the API (without -Daemon), or send its subsegments one by one.");
        }

        byte[] datagram = new byte[length];
        Header.CopyTo(datagram);
        document.CopyTo(datagram.AsMemory(Header.Length));
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Socket socket = _socket ??= await ConnectAsync(cancellationToken).ConfigureAwait(false);
            await SendAsync(socket, datagram, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException failure)
        {
            throw Failed(failure);
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _sending.Dispose();
    }

    /// <summary>
    /// A connected socket tells of the last datagram's "port unreachable" with the next send. That one was lost, this one
    /// still has to go.
    /// </summary>
    private static async Task SendAsync(Socket socket, byte[] datagram, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(datagram, SocketFlags.None, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException failure) when (failure.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset)
        {
            await socket.SendAsync(datagram, SocketFlags.None, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        // Address by address, IPv4 first: the daemon binds to 127.0.0.1 by default.
        IPAddress[] found = await Dns.GetHostAddressesAsync(address.Host, cancellationToken).ConfigureAwait(false);
        IPAddress chosen = found.OrderBy(static ip => ip.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).First();
        Socket socket = new(chosen.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(chosen, address.Port), cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private XRayException Failed(SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.MessageSize => new XRayException(
            FailureKind.Refused, "DocumentTooLarge",
            "The document is too large for a datagram to the daemon. Send it with the API (without -Daemon).", failure),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new XRayException(
            FailureKind.Connection, "HostNotFound",
            $"The daemon's name {address.Host} could not be resolved.", failure),
        _ => new XRayException(
            FailureKind.Connection, "DaemonUnreachable", $"The daemon at {Address} cannot be reached: {failure.Message}", failure),
    };
}
