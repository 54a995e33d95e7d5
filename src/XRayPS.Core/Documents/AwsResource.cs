namespace XRayPS.Core.Documents;

/// <summary>The AWS resource that a call names: the service knows five kinds, by the exact name of the subsegment (observed).</summary>
/// <param name="Name">The resource: table, bucket, queue URL, topic ARN or function.</param>
/// <param name="Type">The kind, such as <c>AWS::DynamoDB::Table</c>.</param>
internal sealed record AwsResource(string Name, string Type)
{
    /// <summary>The resource; null when the call names none or has no <c>operation</c>.</summary>
    internal static AwsResource? Of(SegmentDocument subsegment)
    {
        if (subsegment.Namespace != "aws" || subsegment.Aws is not { } aws || Text(aws, "operation") is null)
        {
            return null;
        }

        return subsegment.Name switch
        {
            "DynamoDB" => Of(aws, "table_name", "AWS::DynamoDB::Table"),
            "S3" => Of(aws, "bucket_name", "AWS::S3::Bucket"),
            "SQS" => Of(aws, "queue_url", "AWS::SQS::Queue"),
            "SNS" => Of(aws, "topic_arn", "AWS::SNS"),
            "Lambda" => Of(aws, "function_name", "AWS::Lambda"),
            _ => null,
        };
    }

    internal static string? Text(RecordMap<object?>? aws, string member) =>
        aws is not null && aws.TryGetValue(member, out object? value) && value is string { Length: > 0 } text ? text : null;

    private static AwsResource? Of(RecordMap<object?> aws, string member, string type) =>
        Text(aws, member) is { } name ? new AwsResource(name, type) : null;
}
