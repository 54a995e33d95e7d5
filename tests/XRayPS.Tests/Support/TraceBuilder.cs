using System.Text;
using XRayPS.Core.Documents;

namespace XRayPS.Tests.Support;

/// <summary>Makes traces of short texts: documents as JSON without ids of 16 digits, trace id and quotes.</summary>
public sealed class TraceBuilder
{
    /// <summary>The id of every trace that is made here.</summary>
    public const string TraceId = "1-6ab384fb-49f310e6de4f7ea73d71f5e6";

    private readonly List<ReceivedDocument> _documents = [];
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_000);
    private long _call;

    /// <summary>A full id of a short one: <c>Id("a1")</c> is <c>00000000000000a1</c>.</summary>
    public static string Id(string digits) => digits.PadLeft(16, '0');

    /// <summary>A trace of documents received in one call.</summary>
    public static AssembledTrace Of(params string[] documents) => new TraceBuilder().Call(documents).Build();

    /// <summary>
    /// Adds a call. Documents are JSON in which <c>'</c> stands for the quote; short ids are filled up; start and end are
    /// seconds from 1790000000.
    /// </summary>
    public TraceBuilder Call(params string[] documents)
    {
        _call++;
        foreach (string text in documents)
        {
            byte[] json = Encoding.UTF8.GetBytes(text.Replace('\'', '"'));
            SegmentDocument document = SegmentReader.ReadReturned(json) ?? throw new ArgumentException("No JSON: " + text);
            Complete(document, outer: true);
            _documents.Add(new ReceivedDocument(document, _now, _call));
        }

        return this;
    }

    /// <summary>Lets time pass.</summary>
    public TraceBuilder After(double seconds)
    {
        _now = _now.AddSeconds(seconds);
        return this;
    }

    /// <summary>The trace.</summary>
    public AssembledTrace Build() => TraceAssembly.Assemble(TraceId, _documents);

    private static void Complete(SegmentDocument document, bool outer)
    {
        document.Id = Id(document.Id ?? throw new ArgumentException("A document has no id."));
        document.Name ??= "n" + document.Id.TrimStart('0');
        document.ParentId = document.ParentId is { } parent ? Id(parent) : null;
        document.TraceId = outer ? TraceId : null;
        document.StartSeconds = 1_790_000_000 + (document.StartSeconds ?? 0);
        document.EndSeconds = document.InProgress
            ? null
            : document.EndSeconds is { } end ? 1_790_000_000 + end : document.StartSeconds + 1;
        document.Subsegments.ForEach(static child => Complete(child, outer: false));
    }
}
