using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using XRayPS.Local;

namespace XRayPS.Tests.Local;

/// <summary>The port itself: who is let in, and what it survives.</summary>
public sealed class HttpTests
{
    private const string Good = """{"TraceSegmentDocuments":["{}"]}""";

    [Fact]
    public async Task A_foreign_host_or_an_origin_gets_nothing()
    {
        await using RunningService service = await RunningService.StartAsync(demo: true);
        foreach ((string name, string value) in new[]
        {
            ("Host", "evil.example"), ("Host", "evil.example:" + service.Service.Endpoint.Port), ("Host", "localhost.evil.example"),
            ("Origin", "http://evil.example"), ("Origin", "http://localhost:3000"), ("Origin", "null"),
        })
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/EncryptionConfig");
            request.Headers.TryAddWithoutValidation(name, value);
            request.Headers.ConnectionClose = true;
            using HttpResponseMessage response = await service.Http.SendAsync(request);
            string body = await response.Content.ReadAsStringAsync();
            Assert.True(
                response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{name}: {value}: {response.StatusCode} {body}");
            Assert.DoesNotContain("EncryptionConfig", body, StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Both_names_of_loopback_are_served_and_a_browser_is_greeted()
    {
        await using RunningService service = await RunningService.StartAsync();
        Uri byName = new UriBuilder(service.Service.Endpoint) { Host = "localhost" }.Uri;
        Assert.Contains("local AWS X-Ray", await service.Http.GetStringAsync(byName), StringComparison.Ordinal);
        using HttpResponseMessage response = await service.Http.PostAsync(new Uri(byName, "EncryptionConfig"), null);
        Assert.Equal("""{"EncryptionConfig":{"KeyId":null,"Status":"ACTIVE","Type":"NONE"}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(RunningService.Start, response.Headers.Date);
    }

    [Fact]
    public async Task A_packed_body_is_unpacked_within_the_limit()
    {
        await using RunningService service = await RunningService.StartAsync(new LocalSettings { BodyLimit = 1_000_000 });
        Assert.Equal(HttpStatusCode.OK, (await PackedAsync(service, Encoding.UTF8.GetBytes(Good), "gzip")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PackedAsync(service, new byte[1_000_001], "gzip")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PackedAsync(service, [1], "br")).StatusCode);
        using ByteArrayContent noGzip = new([1, 2, 3]);
        noGzip.Headers.Add("Content-Encoding", "gzip");
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Http.PostAsync("/TraceSegments", noGzip)).StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_chunked_or_not()
    {
        await using RunningService service = await RunningService.StartAsync(new LocalSettings { BodyLimit = 100_000 });
        foreach (bool chunked in new[] { false, true })
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/TraceSegments") { Content = new ByteArrayContent(new byte[100_001]) };
            request.Headers.TransferEncodingChunked = chunked;
            using HttpResponseMessage response = await service.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }

        Assert.Equal(200, (await service.PostAsync("/TraceSegments", Good)).Status);
    }

    [Theory]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("POST /TraceSegments HTTP/1.1\r\n\r\n")]
    [InlineData("POST /TraceSegments HTTP/9.9\r\nHost: localhost\r\n\r\n")]
    [InlineData("POST /TraceSegments HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /TraceSegments HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("POST /TraceSegments HTTP/1.1\r\nHost: localhost:{port}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /TraceSegments HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 500\r\n\r\n{\"TraceSegmentDocuments\":[\"{}\"]}")]
    [InlineData("POST /%zz%00 HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("POST //../..//TraceSegments HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n")]
    public async Task It_survives_what_is_no_proper_request(string text)
    {
        await using RunningService service = await RunningService.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            using Socket socket = Connect(service);
            byte[] bytes = Encoding.ASCII.GetBytes(text.Replace("{port}", service.Service.Endpoint.Port.ToString(), StringComparison.Ordinal));
            await socket.SendAsync(bytes);
            socket.Shutdown(SocketShutdown.Send);
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(10));
            string answer = await ReadAsync(socket, limit.Token);
            Assert.DoesNotContain("UnprocessedTraceSegments", answer, StringComparison.Ordinal);
        }

        Assert.Equal(200, (await service.PostAsync("/TraceSegments", Good)).Status);
    }

    [Fact]
    public async Task Clients_that_leave_and_clients_that_dawdle_do_not_hold_up_others()
    {
        await using RunningService service = await RunningService.StartAsync(
            new LocalSettings { BodyTimeout = TimeSpan.FromMilliseconds(300) });
        List<Socket> idle = [];
        for (int i = 0; i < 100; i++)
        {
            Socket socket = Connect(service);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"POST /TraceSegments HTTP/1.1\r\nHost: localhost:{service.Service.Endpoint.Port}\r\nContent-Length: 100\r\n\r\n{{"));
            if (i % 2 == 0)
            {
                socket.LingerState = new LingerOption(true, 0);
                socket.Dispose();
                continue;
            }

            idle.Add(socket);
        }

        Assert.Equal(200, (await service.PostAsync("/TraceSegments", Good)).Status);
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        foreach (Socket socket in idle)
        {
            // The service gives up waiting and closes; nobody may take that for a success.
            Assert.DoesNotContain("200 OK", await ReadAsync(socket, limit.Token), StringComparison.Ordinal);
            socket.Dispose();
        }

        Assert.Equal(200, (await service.PostAsync("/TraceSegments", Good)).Status);
    }

    private static Socket Connect(RunningService service)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, service.Service.Endpoint.Port);
        return socket;
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        using MemoryStream answer = new();
        byte[] buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await socket.ReceiveAsync(buffer, cancellationToken)) > 0)
            {
                answer.Write(buffer, 0, read);
            }
        }
        catch (SocketException)
        {
            // A reset is an end as well.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    private static async Task<HttpResponseMessage> PackedAsync(RunningService service, byte[] body, string encoding)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        using ByteArrayContent content = new(packed.ToArray());
        content.Headers.Add("Content-Encoding", encoding);
        return await service.Http.PostAsync("/TraceSegments", content);
    }
}
