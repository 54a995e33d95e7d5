using XRayPS.Core.Documents;

namespace XRayPS.Tracing;

/// <summary>A traced block while it runs: its segment or subsegment, and how others join it.</summary>
internal sealed class TraceContext
{
    /// <summary>Where an exception carries the trace and the id that it was recorded with.</summary>
    private const string ExceptionKey = "XRayPS.ExceptionId";

    /// <summary>A loop may fail a thousand times, and a document has 64 kB: the first errors tell enough.</summary>
    private const int MaxFailures = 10;

    private int _failures;

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

    /// <summary>Whether errors were written and the block went on.</summary>
    internal bool HasWritten { get; set; }

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

    /// <summary>
    /// Records an error that left the block. One that leaves several blocks is recorded once, in the innermost; the blocks
    /// around it refer to it, unless they have errors of their own.
    /// </summary>
    /// <param name="failure">An ErrorRecord or an Exception.</param>
    internal void Fail(object failure)
    {
        Exception? error = ErrorExceptions.Origin(failure);
        Document.Fault = true;
        if (error?.Data[ExceptionKey] is string known && known.StartsWith(TraceId, StringComparison.Ordinal))
        {
            Document.Cause ??= new SegmentCause { Reference = known[(TraceId.Length + 1)..] };
            return;
        }

        if (_failures++ >= MaxFailures)
        {
            RecordCount();
            return;
        }

        IReadOnlyList<SegmentException> exceptions = ErrorExceptions.From(failure);
        SegmentCause cause = Document.Cause is { Reference: null } own ? own : new SegmentCause();
        cause.Exceptions.AddRange(exceptions);
        Document.Cause = cause;
        if (error is not null)
        {
            error.Data[ExceptionKey] = $"{TraceId}/{exceptions[0].Id}";
        }
    }

    /// <summary>Ends the block.</summary>
    internal void Complete(double seconds)
    {
        Document.EndSeconds = Math.Max(seconds, Document.StartSeconds ?? seconds);
        Document.InProgress = false;
        if (Parent is not null)
        {
            Parent.Document.Subsegments.Add(Document);
            Parent.JoinFailure(this);
        }
    }

    /// <summary>Errors that a block inside wrote, and went on after, were written by this one too.</summary>
    private void JoinFailure(TraceContext inside)
    {
        if (!inside.HasWritten)
        {
            return;
        }

        HasWritten = true;
        Document.Fault = true;
        string? id = inside.Document.Cause is { } cause ? cause.Reference ?? cause.Exceptions.FirstOrDefault()?.Id : null;
        Document.Cause ??= id is null ? null : new SegmentCause { Reference = id };
    }

    private void RecordCount()
    {
        RecordMap<object?> errors = [];
        errors["count"] = (long)_failures;
        Document.Metadata ??= [];
        Document.Metadata["errors"] = errors;
    }
}
