using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace XRayPS.Module.Tests.Faults;

/// <summary>
/// A server for what the local X-Ray does not do: it answers what a test says, breaks off, or never answers. It keeps one
/// thread of nobody and counts its connections, so that tests can see what is left behind.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly Func<FaultRequest, FaultAnswer> _answer;
    private readonly Task _accepting;
    private int _requests;

    internal FaultServer(Func<FaultRequest, FaultAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    internal int Requests => Volatile.Read(ref _requests);

    /// <summary>Set when a request came that is never answered.</summary>
    internal SemaphoreSlim Hanging { get; } = new(0);

    /// <summary>Connections that the client has not closed.</summary>
    internal int OpenConnections => _open.Keys.Count(static client =>
    {
        try
        {
            return client.Client is { } socket && !(socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            return false;
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        foreach (TcpClient client in _open.Keys)
        {
            client.Dispose();
        }

        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _open[client] = true;
                _ = ServeAsync(client);
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            NetworkStream stream = client.GetStream();
            while (await FaultRequest.ReadAsync(stream, _stop.Token) is { } request)
            {
                int number = Interlocked.Increment(ref _requests);
                FaultAnswer answer = _answer(request);
                if (answer.Kind == FaultKind.Hang)
                {
                    Hanging.Release();
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                byte[] body = Encoding.UTF8.GetBytes(answer.Body);
                string head = $"HTTP/1.1 {answer.Status} X\r\nContent-Type: application/json\r\nx-amzn-RequestId: request-{number}\r\n"
                    + (answer.ErrorType is null ? "" : $"x-amzn-errortype: {answer.ErrorType}\r\n")
                    + $"Content-Length: {body.Length}\r\n\r\n";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
                if (answer.Kind == FaultKind.Cut)
                {
                    await stream.WriteAsync(body.AsMemory(0, body.Length / 2), _stop.Token);
                    break;
                }

                if (answer.Kind == FaultKind.HangInBody)
                {
                    await stream.WriteAsync(body.AsMemory(0, body.Length / 2), _stop.Token);
                    Hanging.Release();
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                await stream.WriteAsync(body, _stop.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
            // The client left, or the test is over.
        }
        finally
        {
            _open.TryRemove(client, out _);
            client.Dispose();
        }
    }
}
