namespace XRayPS.Core.Analysis;

/// <summary>Names for what a service does, the same for all requests that ask for the same kind of thing.</summary>
internal static class OperationText
{
    /// <summary>Entry point, method and route of a trace, such as <c>www.shop.example GET /products/#</c>.</summary>
    internal static string? Of(TraceSummary summary) =>
        Join(summary.EntryPointName, summary.Method, RouteText.PathOf(summary.Url));

    /// <summary>
    /// Of a segment, service, method and route; of anything inside it, the service and what it did:
    /// <c>orders > DynamoDB PutItem</c>.
    /// </summary>
    internal static string? Of(TimelineEntry entry)
    {
        SegmentDocument document = entry.Document;
        return entry.IsSegment
            ? Join(document.Name, document.Http?.Method, RouteText.PathOf(document.Http?.Url))
            : Join(entry.ServiceName, ">", document.Name, AwsOperation(document) ?? document.Http?.Method);
    }

    /// <summary>The AWS operation of a call; null where there is none.</summary>
    internal static string? AwsOperation(SegmentDocument document) =>
        document.Aws is { } aws && aws.TryGetValue("operation", out object? operation) ? operation as string : null;

    private static string? Join(params ReadOnlySpan<string?> parts)
    {
        List<string> words = new(parts.Length);
        foreach (string? part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                words.Add(part);
            }
        }

        return words.Count == 0 ? null : string.Join(' ', words);
    }
}
