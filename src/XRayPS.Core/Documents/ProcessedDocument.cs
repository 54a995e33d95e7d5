namespace XRayPS.Core.Documents;

/// <summary>What the service makes of one entity, without its subsegments (observed).</summary>
internal static class ProcessedDocument
{
    internal static SegmentDocument Of(EntityVersion version, string traceId)
    {
        SegmentDocument source = version.Document;
        SegmentDocument copy = new()
        {
            Name = source.Name,
            Id = source.Id,
            TraceId = version.IsSegment ? source.TraceId ?? traceId : null,
            ParentId = version.IsSegment ? source.ParentId : null,
            StartSeconds = source.StartSeconds,
            EndSeconds = source.EndSeconds,
            InProgress = source.InProgress,
            Inferred = source.Inferred,
            Namespace = source.Namespace,
            Origin = source.Origin,
            ResourceArn = source.ResourceArn,
            User = source.User,
            Error = source.Error,
            Throttle = source.Throttle,
            Fault = source.Fault,
            Http = WithoutTraced(source.Http),
            Sql = source.Sql,
            Aws = source.Aws,
            Service = source.Service,
            Cause = source.Cause,
            Annotations = source.Annotations,
            Metadata = source.Metadata,
            PrecursorIds = source.PrecursorIds,
            Links = source.Links,
        };
        if (!version.IsSegment && AwsResource.Of(copy) is { } resource)
        {
            copy.Aws = WithResourceNames(source.Aws!, resource.Name);
        }

        return copy;
    }

    internal static SegmentHttp? WithoutTraced(SegmentHttp? http) => http?.Traced is null
        ? http
        : new SegmentHttp
        {
            Method = http.Method,
            Url = http.Url,
            UserAgent = http.UserAgent,
            ClientIp = http.ClientIp,
            XForwardedFor = http.XForwardedFor,
            Status = http.Status,
            ContentLength = http.ContentLength,
        };

    private static RecordMap<object?> WithResourceNames(RecordMap<object?> aws, string resource)
    {
        RecordMap<object?> copy = [];
        foreach (KeyValuePair<string, object?> member in aws)
        {
            copy[member.Key] = member.Value;
        }

        copy["resource_names"] = new RecordList<object?> { resource };
        return copy;
    }
}
