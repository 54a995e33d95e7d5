namespace XRayPS.Core.Documents;

/// <summary>The segment that the service makes up for a callee that did not report itself (observed).</summary>
internal static class InferredSegment
{
    internal static TraceEntity Of(TraceEntity call, string traceId)
    {
        SegmentDocument source = call.Document;
        SegmentDocument inferred = new()
        {
            Id = SegmentId.Derive(traceId, source.Id ?? "", "inferred"),
            Name = source.Name,
            TraceId = call.Segment.Document.TraceId ?? traceId,
            ParentId = source.Id,
            StartSeconds = source.StartSeconds,
            EndSeconds = source.EndSeconds,
            Inferred = true,
            Error = source.Error,
            Throttle = source.Throttle,
            Fault = source.Fault,
            Http = source.Http,
            Aws = source.Aws,
            Origin = source.Namespace == "aws" ? AwsResource.Of(source)?.Type ?? $"AWS::{source.Name}" : null,
        };
        TraceEntity segment = new(inferred, call.ReceivedAt, container: null) { IsInferred = true };
        if (SendsToQueue(inferred))
        {
            SegmentDocument queueTime = new()
            {
                Id = SegmentId.Derive(traceId, source.Id ?? "", "queue"),
                Name = "QueueTime",
                StartSeconds = source.StartSeconds,
                EndSeconds = source.EndSeconds,
            };
            inferred.Subsegments.Add(queueTime);
            _ = new TraceEntity(queueTime, call.ReceivedAt, segment);
        }

        return segment;
    }

    private static bool SendsToQueue(SegmentDocument inferred) =>
        inferred.Origin == "AWS::SQS::Queue"
        && AwsResource.Text(inferred.Aws, "operation")!.StartsWith("SendMessage", StringComparison.Ordinal);
}
