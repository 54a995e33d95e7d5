using System.Collections;
using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Documents;
using XRayPS.Tracing;

namespace XRayPS.Commands;

/// <summary>Makes a segment document as an object.</summary>
[Cmdlet(VerbsCommon.New, "XRaySegment")]
[OutputType(typeof(SegmentDocument))]
public sealed class NewXRaySegmentCommand : PSCmdlet
{
    private readonly RecordList<SegmentDocument> _subsegments = [];

    /// <summary>The name of the service, or of what a subsegment calls.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The work inside.</summary>
    [Parameter(ValueFromPipeline = true)]
    public SegmentDocument[] Subsegment { get; set; } = [];

    /// <summary>The trace; by default a new one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TraceId { get; set; }

    /// <summary>The id; by default a new one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>The segment or subsegment that called this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ParentId { get; set; }

    /// <summary>The start; by default that of the earliest work inside, or the present.</summary>
    [Parameter]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The end; by default the present.</summary>
    [Parameter]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The work still goes on.</summary>
    [Parameter]
    public SwitchParameter InProgress { get; set; }

    /// <summary>A subsegment that is sent on its own; needs -TraceId and -ParentId.</summary>
    [Parameter]
    public SwitchParameter Independent { get; set; }

    /// <summary>On a subsegment: a call to an AWS service or to another one.</summary>
    [Parameter]
    [ValidateSet("aws", "remote")]
    public string? Namespace { get; set; }

    /// <summary>The request's method.</summary>
    [Parameter]
    public string? Method { get; set; }

    /// <summary>The request's URL.</summary>
    [Parameter]
    public string? Url { get; set; }

    /// <summary>The response's status; it sets the flags error, throttle and fault.</summary>
    [Parameter]
    [ValidateRange(100, 599)]
    public int? Status { get; set; }

    /// <summary>The requester's user agent.</summary>
    [Parameter]
    public string? UserAgent { get; set; }

    /// <summary>The requester's address.</summary>
    [Parameter]
    public string? ClientIp { get; set; }

    /// <summary>The address came from a header <c>X-Forwarded-For</c>.</summary>
    [Parameter]
    public SwitchParameter XForwardedFor { get; set; }

    /// <summary>On a subsegment: the callee is expected to report itself.</summary>
    [Parameter]
    public SwitchParameter Traced { get; set; }

    /// <summary>The response's length in bytes.</summary>
    [Parameter]
    public long? ContentLength { get; set; }

    /// <summary>The work failed by the requester's fault.</summary>
    [Parameter]
    public SwitchParameter Error { get; set; }

    /// <summary>The work was throttled; sets the flag error too.</summary>
    [Parameter]
    public SwitchParameter Throttle { get; set; }

    /// <summary>The work failed by a fault of its own.</summary>
    [Parameter]
    public SwitchParameter Fault { get; set; }

    /// <summary>The block about AWS, by member name.</summary>
    [Parameter]
    public IDictionary? Aws { get; set; }

    /// <summary>The block about a query, by member name, such as <c>sanitized_query</c>.</summary>
    [Parameter]
    public IDictionary? Sql { get; set; }

    /// <summary>The block about the service, by member name, such as <c>runtime</c>.</summary>
    [Parameter]
    public IDictionary? Service { get; set; }

    /// <summary>The version of the service.</summary>
    [Parameter]
    public string? ServiceVersion { get; set; }

    /// <summary>The kind of AWS resource that ran the code.</summary>
    [Parameter]
    public string? Origin { get; set; }

    /// <summary>The ARN of the AWS resource that ran the code.</summary>
    [Parameter]
    public string? ResourceArn { get; set; }

    /// <summary>Who sent the request.</summary>
    [Parameter]
    public string? User { get; set; }

    /// <summary>Values to search by.</summary>
    [Parameter]
    public IDictionary? Annotation { get; set; }

    /// <summary>Other values, by namespace.</summary>
    [Parameter]
    public IDictionary? Metadata { get; set; }

    /// <summary>Errors or exceptions that made the work fail; they set the flag fault.</summary>
    [Parameter]
    [ValidateNotNull]
    public object[] Exception { get; set; } = [];

    /// <summary>The id of an exception that another segment of the trace has, in place of exceptions.</summary>
    [Parameter]
    public string? CauseId { get; set; }

    /// <summary>On a subsegment: siblings, or their ids, that ended before this one began.</summary>
    [Parameter]
    [Alias("PrecursorId")]
    [ValidateNotNull]
    public object[] Precursor { get; set; } = [];

    /// <summary>Segments of other traces that this one has to do with.</summary>
    [Parameter]
    [ValidateNotNull]
    public object[] Link { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (SegmentDocument child in Subsegment)
        {
            child.TraceId = null;
            child.ParentId = null;
            child.Type = null;
            _subsegments.Add(child);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Independent && (TraceId is null || ParentId is null))
        {
            Refuse(
                "IncompleteSubsegment",
                "An independent subsegment needs -TraceId and -ParentId: the trace and the segment that it belongs to.",
                Name);
        }

        SegmentDocument document = new()
        {
            Name = Name,
            TraceId = TraceId,
            Id = Id,
            ParentId = ParentId,
            Type = Independent ? "subsegment" : null,
            StartTime = StartTime,
            EndTime = EndTime,
            InProgress = InProgress,
            Namespace = Namespace,
            Origin = Origin,
            ResourceArn = ResourceArn,
            User = User,
            Aws = Aws is null ? null : Values.Map(Aws),
            Sql = Sql is null ? null : SegmentParts.Sql(Sql),
            Service = SegmentParts.Service(Service, ServiceVersion),
            Http = SegmentParts.Http(this),
            Cause = Cause(),
            Annotations = Annotation is null ? null : Values.Annotations(Annotation),
            Metadata = Metadata is null ? null : Values.Map(Metadata),
            PrecursorIds = Precursor.Length == 0 ? null : new RecordList<string>(Precursor.Select(ToId)),
            Links = Link.Length == 0 ? null : new RecordList<SegmentLink>(Link.Select(ToLink)),
            Subsegments = _subsegments,
        };
        SegmentParts.SetFlags(document, this);
        SegmentCompleter.Complete(document, XRayCmdlet.Clock);
        WriteObject(document);
    }

    private SegmentLink ToLink(object given)
    {
        if (!Links.TryRead(given, out SegmentLink link))
        {
            Refuse(
                "InvalidLink",
                $"'{given}' is no link: give a segment, a text such as "
                + "1-5759e988-bd862e3fe1be46a994272793/53995c3f42cd8ad8, or @{ trace_id = ...; id = ... }.",
                given);
        }

        return link;
    }

    private string ToId(object given)
    {
        string? id = Arguments.Unwrap(given) is SegmentDocument sibling ? sibling.Id : given.ToString();
        if (!SegmentId.IsValid(id))
        {
            Refuse("InvalidId", $"'{given}' is no id: an id has 16 hexadecimal digits.", given);
        }

        return id!;
    }

    private SegmentCause? Cause()
    {
        if (Exception.Length == 0)
        {
            return CauseId is null ? null : new SegmentCause { Reference = ToId(CauseId) };
        }

        if (CauseId is not null)
        {
            Refuse(
                "TwoCauses",
                "A segment has exceptions of its own or refers to one by its id: give -Exception or -CauseId.",
                CauseId);
        }

        return new SegmentCause
        {
            Exceptions = new RecordList<SegmentException>(Exception.SelectMany(ErrorExceptions.From)),
        };
    }

    private void Refuse(string id, string text, object given) =>
        ThrowTerminatingError(Errors.ErrorRecords.BadArgument(id, text, given));
}
