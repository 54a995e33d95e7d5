using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace XRayPS.Bench.Peers;

/// <summary>
/// Answers with pages that lie ready: all that it does for a request is to find its end and its token, and to send the
/// bytes.
/// </summary>
internal static class PageServer
{
    /// <summary>Runs until its input ends. Says its port and the length of all bodies first.</summary>
    /// <param name="pages">How many pages the chain has.</param>
    internal static void Run(int pages)
    {
        byte[][] answers = new byte[pages][];
        long bodies = 0;
        for (int page = 0; page < pages; page++)
        {
            byte[] body = Encoding.UTF8.GetBytes(Pages.Render(page, pages));
            bodies += body.Length;
            string head = string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
                + $"x-amzn-RequestId: {Guid.NewGuid()}\r\n\r\n");
            answers[page] = [.. Encoding.ASCII.GetBytes(head), .. body];
        }

        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _ = AcceptAsync(listener, answers);
        Console.WriteLine($"{((IPEndPoint)listener.LocalEndPoint!).Port} {bodies}");
        Console.In.ReadToEnd();
    }

    private static async Task AcceptAsync(Socket listener, byte[][] answers)
    {
        while (true)
        {
            Socket client = await listener.AcceptAsync();
            client.NoDelay = true;
            new Thread(() => Serve(client, answers)) { IsBackground = true }.Start();
        }
    }

    private static void Serve(Socket client, byte[][] answers)
    {
        byte[] buffer = new byte[64 * 1024];
        int length = 0;
        try
        {
            while (true)
            {
                int end = EndOfRequest(buffer.AsSpan(0, length));
                if (end > 0)
                {
                    byte[] answer = answers[Page(buffer.AsSpan(0, end))];
                    for (int sent = 0; sent < answer.Length;)
                    {
                        sent += client.Send(answer.AsSpan(sent));
                    }

                    buffer.AsSpan(end, length - end).CopyTo(buffer);
                    length -= end;
                    continue;
                }

                int read = client.Receive(buffer.AsSpan(length));
                if (read == 0)
                {
                    return;
                }

                length += read;
            }
        }
        catch (SocketException)
        {
            // A client that ended.
        }
        finally
        {
            client.Dispose();
        }
    }

    /// <summary>The length of the first request, or 0 while it is not whole.</summary>
    private static int EndOfRequest(ReadOnlySpan<byte> bytes)
    {
        int head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return 0;
        }

        int body = 0;
        string text = Encoding.ASCII.GetString(bytes[..head]);
        int header = text.IndexOf("\r\ncontent-length:", StringComparison.OrdinalIgnoreCase);
        if (header >= 0)
        {
            ReadOnlySpan<char> value = text.AsSpan(header + 17);
            int line = value.IndexOf('\r');
            body = int.Parse(
                line < 0 ? value : value[..line], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        }

        return bytes.Length >= head + 4 + body ? head + 4 + body : 0;
    }

    private static int Page(ReadOnlySpan<byte> request)
    {
        int token = request.IndexOf("\"page-"u8);
        return token >= 0 && Utf8Parser.TryParse(request[(token + 6)..], out int page, out _) ? page : 0;
    }
}
