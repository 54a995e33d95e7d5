using XRayPS.Core.Documents;

namespace XRayPS.Tracing;

/// <summary>A traced block while it runs: its segment or subsegment, and how others join it.</summary>
internal sealed class TraceContext
{
    internal TraceContext(SegmentDocument document, TraceContext? parent, TraceHeader incoming, bool isSampled)
    {
        Document = document;
        Parent = parent;
        Incoming = incoming;
        IsSampled = isSampled;
    }

    internal SegmentDocument Document { get; }

    /// <summary>The block around this one in the same runspace; null for the outermost.</summary>
    internal TraceContext? Parent { get; }

    /// <summary>The block of another runspace whose header this one came with; found when it is entered.</summary>
    internal TraceContext? JoinedFrom { get; set; }

    /// <summary>What came from outside, to be passed on.</summary>
    internal TraceHeader Incoming { get; }

    internal bool IsSampled { get; }

    internal string TraceId => Root.Document.TraceId!;

    internal TraceContext Root => Parent?.Root ?? this;

    /// <summary>The header for a service that this block calls.</summary>
    internal string Header => new TraceHeader
    {
        Root = TraceId,
        Parent = Document.Id,
        Sampled = IsSampled ? SamplingDecision.Sampled : SamplingDecision.NotSampled,
        Lineage = Incoming.Lineage,
    }.ToString();

    /// <summary>The same in W3C's form.</summary>
    internal string TraceParent => $"00-{Core.Documents.TraceId.ToW3C(TraceId)}-{Document.Id}-{(IsSampled ? "01" : "00")}";

    /// <summary>Records a failure.</summary>
    internal void Fail(object failure)
    {
        Document.Fault = true;
        SegmentCause cause = Document.Cause ??= new SegmentCause();
        cause.Exceptions.AddRange(ErrorExceptions.From(failure));
    }

    /// <summary>Records where a failure came from: the block inside that has the exception itself.</summary>
    internal void FailBy(string exceptionId)
    {
        Document.Fault = true;
        Document.Cause ??= new SegmentCause { Reference = exceptionId };
    }

    /// <summary>Ends the block.</summary>
    internal void Complete(double seconds)
    {
        Document.EndSeconds = Math.Max(seconds, Document.StartSeconds ?? seconds);
        Document.InProgress = false;
        if (Parent is not null)
        {
            Parent.Document.Subsegments.Add(Document);
        }
    }
}
