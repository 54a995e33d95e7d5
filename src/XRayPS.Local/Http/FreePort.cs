using System.Net;
using System.Net.Sockets;

namespace XRayPS.Local.Http;

/// <summary>Asks the system for ports on loopback that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>A port that was free a moment ago, for TCP and UDP alike where that can be had.</summary>
    internal static int Find()
    {
        for (int attempt = 0; ; attempt++)
        {
            using Socket tcp = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            tcp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            int port = ((IPEndPoint)tcp.LocalEndPoint!).Port;
            if (attempt == 20 || IsFreeForDatagrams(port))
            {
                return port;
            }
        }
    }

    private static bool IsFreeForDatagrams(int port)
    {
        try
        {
            using Socket udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
