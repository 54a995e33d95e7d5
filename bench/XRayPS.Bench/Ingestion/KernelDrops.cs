using System.Globalization;

namespace XRayPS.Bench.Ingestion;

/// <summary>What Linux says about a UDP socket on loopback.</summary>
internal static class KernelDrops
{
    private const string Sockets = "/proc/net/udp";
    private const string Limit = "/proc/sys/net/core/rmem_max";

    /// <summary>Datagrams that found no room in the socket's buffer; null where nobody tells.</summary>
    internal static long? Of(int port)
    {
        if (!File.Exists(Sockets))
        {
            return null;
        }

        string address = string.Create(CultureInfo.InvariantCulture, $"0100007F:{port:X4}");
        return File.ReadLines(Sockets)
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[1] == address)
            .Select(static columns => (long?)long.Parse(columns[^1], CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }

    /// <summary>The greatest receive buffer that a program may ask for, as text.</summary>
    internal static string MostBuffer() => File.Exists(Limit) ? File.ReadAllText(Limit).Trim() + " bytes" : "unknown";
}
