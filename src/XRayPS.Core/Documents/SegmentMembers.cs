namespace XRayPS.Core.Documents;

internal enum SegmentMember
{
    Unknown, Id, Name, TraceId, ParentId, Type, StartTime, EndTime, InProgress, Inferred, Namespace, Origin, ResourceArn,
    User, Error, Throttle, Fault, Http, Sql, Cause, Aws, Service, Annotations, Metadata, PrecursorIds, Links, Subsegments,
}

/// <summary>The members of segments and subsegments by name.</summary>
internal static class SegmentMembers
{
    internal static SegmentMember Find(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => name.SequenceEqual("id"u8) ? SegmentMember.Id : SegmentMember.Unknown,
        3 => name.SequenceEqual("aws"u8) ? SegmentMember.Aws
            : name.SequenceEqual("sql"u8) ? SegmentMember.Sql : SegmentMember.Unknown,
        4 => name.SequenceEqual("name"u8) ? SegmentMember.Name
            : name.SequenceEqual("http"u8) ? SegmentMember.Http
            : name.SequenceEqual("type"u8) ? SegmentMember.Type
            : name.SequenceEqual("user"u8) ? SegmentMember.User : SegmentMember.Unknown,
        5 => name.SequenceEqual("fault"u8) ? SegmentMember.Fault
            : name.SequenceEqual("error"u8) ? SegmentMember.Error
            : name.SequenceEqual("cause"u8) ? SegmentMember.Cause
            : name.SequenceEqual("links"u8) ? SegmentMember.Links : SegmentMember.Unknown,
        6 => name.SequenceEqual("origin"u8) ? SegmentMember.Origin : SegmentMember.Unknown,
        7 => name.SequenceEqual("service"u8) ? SegmentMember.Service : SegmentMember.Unknown,
        8 => name.SequenceEqual("trace_id"u8) ? SegmentMember.TraceId
            : name.SequenceEqual("end_time"u8) ? SegmentMember.EndTime
            : name.SequenceEqual("metadata"u8) ? SegmentMember.Metadata
            : name.SequenceEqual("throttle"u8) ? SegmentMember.Throttle
            : name.SequenceEqual("inferred"u8) ? SegmentMember.Inferred : SegmentMember.Unknown,
        9 => name.SequenceEqual("parent_id"u8) ? SegmentMember.ParentId
            : name.SequenceEqual("namespace"u8) ? SegmentMember.Namespace : SegmentMember.Unknown,
        10 => name.SequenceEqual("start_time"u8) ? SegmentMember.StartTime : SegmentMember.Unknown,
        11 => name.SequenceEqual("subsegments"u8) ? SegmentMember.Subsegments
            : name.SequenceEqual("annotations"u8) ? SegmentMember.Annotations
            : name.SequenceEqual("in_progress"u8) ? SegmentMember.InProgress : SegmentMember.Unknown,
        12 => name.SequenceEqual("resource_arn"u8) ? SegmentMember.ResourceArn : SegmentMember.Unknown,
        13 => name.SequenceEqual("precursor_ids"u8) ? SegmentMember.PrecursorIds : SegmentMember.Unknown,
        _ => SegmentMember.Unknown,
    };
}
