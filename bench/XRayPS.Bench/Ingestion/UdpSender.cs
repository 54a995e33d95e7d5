using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace XRayPS.Bench.Ingestion;

/// <summary>Sends datagrams evenly: each millisecond what is due.</summary>
internal static class UdpSender
{
    /// <summary>Sends and says how many seconds it took.</summary>
    /// <param name="port">The daemon's port on loopback.</param>
    /// <param name="count">How many datagrams.</param>
    /// <param name="rate">How many a second.</param>
    internal static void Run(int port, int count, int rate)
    {
        SampleDocument document = SampleDocument.Plain();
        ReadOnlySpan<byte> header = "{\"format\": \"json\", \"version\": 1}\n"u8;
        byte[] datagram = new byte[header.Length + document.Length];
        header.CopyTo(datagram);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        long start = Stopwatch.GetTimestamp();
        for (int sent = 0; sent < count;)
        {
            double due = Math.Min(count, Stopwatch.GetElapsedTime(start).TotalSeconds * rate);
            for (; sent < due; sent++)
            {
                document.Write(datagram.AsSpan(header.Length), sent, sent);
                socket.Send(datagram);
            }

            Thread.Sleep(1);
        }

        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
    }
}
