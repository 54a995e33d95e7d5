using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace XRayPS.Module.Tests.Tracing;

/// <summary>A web server on loopback that answers one request with a status and keeps the tracing header it came with.</summary>
internal sealed class WebEndpoint : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _answer;

    internal WebEndpoint(int status)
    {
        _listener.Start();
        _answer = AnswerAsync(status);
    }

    internal string Url => $"http://{_listener.LocalEndpoint}/";

    internal string TraceHeader { get; private set; } = "";

    public void Dispose()
    {
        _listener.Stop();
        _listener.Dispose();
        _ = _answer.Exception;
    }

    private async Task AnswerAsync(int status)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        using StreamReader reader = new(stream);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("X-Amzn-Trace-Id:", StringComparison.OrdinalIgnoreCase))
            {
                TraceHeader = line;
            }
        }

        string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Done\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
    }
}
