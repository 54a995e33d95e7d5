using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace XRayPS.Tests.Client;

/// <summary>What the fault server does with a request: true keeps the connection, false closes it.</summary>
internal delegate Task<bool> Answer(NetworkStream stream, SeenRequest request, CancellationToken cancellationToken);

/// <summary>Answers, good and bad.</summary>
internal static class Answers
{
    internal static Answer Json(string body, int status = 200, params string[] headers) =>
        Text(body, "application/json", status, headers);

    internal static Answer Error(string code, string message, int status = 400) =>
        Json($$"""{"Message":"{{message}}"}""", status, $"x-amzn-errortype: {code}");

    internal static Answer Throttled() => Error("ThrottledException", "Rate exceeded", 429);

    internal static Answer Text(string body, string type, int status = 200, params string[] headers) =>
        async (stream, _, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Head(status, type, Encoding.UTF8.GetByteCount(body), headers) + body), token);
            return true;
        };

    /// <summary>Closes the connection without a word.</summary>
    internal static Answer Drop() => (_, _, _) => Task.FromResult(false);

    /// <summary>Announces more than it sends, and closes.</summary>
    internal static Answer Cut(string body, int missing) => async (stream, _, token) =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Head(200, "application/json", bytes.Length + missing, [])), token);
        await stream.WriteAsync(bytes, token);
        return false;
    };

    /// <summary>Sends the body in chunks.</summary>
    internal static Answer Chunked(params string[] pieces) => async (stream, _, token) =>
    {
        StringBuilder text = new("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nx-amzn-RequestId: chunks\r\n\r\n");
        foreach (string piece in pieces)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(piece):x}\r\n{piece}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.Append("0\r\n\r\n").ToString()), token);
        return true;
    };

    /// <summary>Begins a body, says so, and then says nothing until the server is disposed of.</summary>
    internal static Answer Stall(TaskCompletionSource started) => async (stream, _, token) =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Head(200, "application/json", 1000, []) + "{\"TraceSummaries\":["), token);
        started.TrySetResult();
        await Task.Delay(Timeout.Infinite, token);
        return false;
    };

    private static string Head(int status, string type, int length, string[] headers)
    {
        StringBuilder head = new();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n");
        if (!headers.Any(header => header.StartsWith("x-amzn-RequestId", StringComparison.OrdinalIgnoreCase)))
        {
            head.Append("x-amzn-RequestId: 11111111-2222-3333-4444-555555555555\r\n");
        }

        foreach (string header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }
}
