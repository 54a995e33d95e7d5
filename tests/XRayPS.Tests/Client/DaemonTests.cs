using System.Net;
using System.Net.Sockets;
using System.Text;
using XRayPS.Client.Daemon;
using XRayPS.Core.Ports;

namespace XRayPS.Tests.Client;

public sealed class DaemonTests
{
    [Theory]
    [InlineData("127.0.0.1:2000", "127.0.0.1:2000")]
    [InlineData("xray-daemon:3000", "xray-daemon:3000")]
    [InlineData("tcp:10.0.0.1:2000 udp:10.0.0.2:3000", "10.0.0.2:3000")]
    [InlineData("udp:10.0.0.2:3000 tcp:10.0.0.1:2000", "10.0.0.2:3000")]
    [InlineData("  127.0.0.1:2000 ", "127.0.0.1:2000")]
    [InlineData("udp:10.0.0.2:3000", "10.0.0.2:3000")]
    [InlineData("[::1]:2000", "[::1]:2000")]
    [InlineData(null, "127.0.0.1:2000")]
    [InlineData("", "127.0.0.1:2000")]
    public void Addresses_are_read_from_the_variable(string? variable, string expected) =>
        Assert.Equal(expected, DaemonAddress.Resolve(null, Make.Environment(("AWS_XRAY_DAEMON_ADDRESS", variable ?? ""))).ToString());

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:")]
    [InlineData("localhost:0")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:2e3")]
    [InlineData(":2000")]
    [InlineData("::1:2000")]
    [InlineData("tcp:127.0.0.1:2000")]
    [InlineData("tcp:127.0.0.1:2000 tcp:127.0.0.1:2000")]
    [InlineData("tcp:x udp:127.0.0.1:2000")]
    [InlineData("127.0.0.1:2000 udp:127.0.0.1:2000")]
    [InlineData("udp:a:1 tcp:b:2 udp:c:3")]
    [InlineData("http://127.0.0.1:2000")]
    public void Other_texts_are_refused(string text)
    {
        XRayException failure = Assert.Throws<XRayException>(() => DaemonAddress.Resolve(text, Make.Environment()));
        Assert.Equal((FailureKind.Configuration, "InvalidDaemonAddress"), (failure.Kind, failure.Code));
        Assert.Contains($"'{text}'", failure.Message);
    }

    [Fact]
    public void A_named_address_beats_the_variable() =>
        Assert.Equal("a:1", DaemonAddress.Resolve("a:1", Make.Environment(("AWS_XRAY_DAEMON_ADDRESS", "b:2"))).ToString());

    [Fact]
    public async Task A_datagram_is_the_header_line_and_the_document()
    {
        using UdpClient daemon = new(new IPEndPoint(IPAddress.Loopback, 0));
        using DaemonSender sender = new(new DaemonAddress("localhost", ((IPEndPoint)daemon.Client.LocalEndPoint!).Port));

        await sender.SendAsync("{\"name\":\"ü\"}"u8.ToArray(), default);

        UdpReceiveResult datagram = await daemon.ReceiveAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("{\"format\": \"json\", \"version\": 1}\n{\"name\":\"ü\"}", Encoding.UTF8.GetString(datagram.Buffer));
    }

    [Fact]
    public async Task The_largest_datagram_arrives_and_a_larger_document_is_refused()
    {
        using UdpClient daemon = new(new IPEndPoint(IPAddress.Loopback, 0));
        using DaemonSender sender = new(new DaemonAddress("127.0.0.1", ((IPEndPoint)daemon.Client.LocalEndPoint!).Port));
        byte[] largest = new byte[DaemonSender.MaxDatagram - 33];

        await sender.SendAsync(largest, default);
        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => sender.SendAsync(new byte[largest.Length + 1], default));

        Assert.Equal(DaemonSender.MaxDatagram, (await daemon.ReceiveAsync().WaitAsync(TimeSpan.FromSeconds(10))).Buffer.Length);
        Assert.Equal("DocumentTooLarge", failure.Code);
        Assert.Contains("65475 bytes; a datagram to the daemon holds 65474", failure.Message);
    }

    [Fact]
    public async Task A_daemon_that_is_not_there_does_not_fail_the_sender()
    {
        int port;
        using (UdpClient gone = new(new IPEndPoint(IPAddress.Loopback, 0)))
        {
            port = ((IPEndPoint)gone.Client.LocalEndPoint!).Port;
        }

        using DaemonSender sender = new(new DaemonAddress("127.0.0.1", port));
        for (int i = 0; i < 5; i++)
        {
            await sender.SendAsync("{}"u8.ToArray(), default);
        }

        using UdpClient daemon = new(new IPEndPoint(IPAddress.Loopback, port));
        await sender.SendAsync("{\"a\":1}"u8.ToArray(), default);

        UdpReceiveResult datagram = await daemon.ReceiveAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.EndsWith("{\"a\":1}", Encoding.UTF8.GetString(datagram.Buffer));
    }
}
