using System.Runtime.InteropServices;
using XRayPS.Core.Documents;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Storage;

/// <summary>A trace in a list: what was stored with it at once, its documents when asked for.</summary>
internal sealed class StoredTrace(TraceStore store, long key, string id, long position, long lastReceived, byte[] summary, byte[] ends)
{
    private TraceSummary? _summary;
    private AssembledTrace? _assembled;

    internal string Id => id;

    /// <summary>The place in the list that it was found in: ticks of start, receipt or end.</summary>
    internal long Position => position;

    /// <summary>The same as an instant.</summary>
    internal DateTimeOffset PositionTime => new(position, TimeSpan.Zero);

    internal DateTimeOffset LastReceivedAt => new(lastReceived, TimeSpan.Zero);

    /// <summary>The summary. It belongs to the caller of the list.</summary>
    internal TraceSummary Summary => _summary ??= SummaryJson.Read(summary);

    /// <summary>The trace of its documents; read from the database at the first use.</summary>
    internal AssembledTrace Assembled => _assembled ??= store.Assemble(id, key);

    /// <summary>Whether the stored summary has all of these texts; false spares reading it.</summary>
    internal bool MayHave(byte[][] texts)
    {
        foreach (byte[] text in texts)
        {
            if (summary.AsSpan().IndexOf(text) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a segment, reported or inferred, ended in the window, in UTC ticks.</summary>
    internal bool EndedWithin(long from, long to)
    {
        foreach (long end in MemoryMarshal.Cast<byte, long>(ends))
        {
            if (end >= from && end < to)
            {
                return true;
            }
        }

        return false;
    }
}
