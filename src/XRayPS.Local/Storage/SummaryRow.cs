using System.Runtime.InteropServices;
using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Summaries;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Storage;

/// <summary>What is stored about a trace beside its documents, so that lists need not open them. Instants are UTC ticks.</summary>
internal sealed class SummaryRow
{
    internal required long LastReceived { get; init; }

    internal required long? Start { get; init; }

    internal required long? FirstEnd { get; init; }

    internal required long? LastEnd { get; init; }

    internal required byte[] Body { get; init; }

    /// <summary>The ends of all segments, each eight bytes.</summary>
    internal required byte[] Ends { get; init; }

    /// <summary>Summarises documents; null when there is none.</summary>
    internal static SummaryRow? From(IReadOnlyList<ReceivedDocument> documents)
    {
        if (documents.Count == 0)
        {
            return null;
        }

        AssembledTrace trace = TraceAssembly.Assemble(documents[0].Document.TraceId!, documents);
        long[] ends =
        [
            .. trace.Segments
                .Where(segment => segment.Document.EndSeconds is not null)
                .Select(segment => Epoch.FromSeconds(segment.Document.EndSeconds!.Value).UtcTicks)
                .Order(),
        ];
        return new SummaryRow
        {
            LastReceived = trace.LastReceivedAt.UtcTicks,
            Start = trace.StartSeconds is { } seconds ? Epoch.FromSeconds(seconds).UtcTicks : null,
            FirstEnd = ends.Length == 0 ? null : ends[0],
            LastEnd = ends.Length == 0 ? null : ends[^1],
            Body = SummaryJson.Write(SummaryFold.Summarize(trace)),
            Ends = MemoryMarshal.AsBytes<long>(ends).ToArray(),
        };
    }
}
