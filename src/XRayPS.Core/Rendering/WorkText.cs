using System.Globalization;
using XRayPS.Core.Documents;

namespace XRayPS.Core.Rendering;

/// <summary>What a segment or subsegment did, in a few words.</summary>
public static class WorkText
{
    /// <summary>
    /// The outcome as a word, with the HTTP status where there is one: <c>Ok 200</c>, <c>Fault</c>,
    /// <c>Throttle 429</c>; <c>In progress</c> for work that has not ended.
    /// </summary>
    /// <param name="document">The segment or subsegment.</param>
    public static string Status(SegmentDocument document)
    {
        if (IsUnderWay(document))
        {
            return "In progress";
        }

        TraceStatus status = Outcome.Of(document);
        return document.Http?.Status is { } code
            ? string.Create(CultureInfo.InvariantCulture, $"{status} {code}")
            : status.ToString();
    }

    /// <summary>The colour of that word.</summary>
    /// <param name="document">The segment or subsegment.</param>
    public static string Color(SegmentDocument document) =>
        IsUnderWay(document) ? Style.Dim : Style.Of(Outcome.Of(document));

    /// <summary>
    /// The request, the AWS call or the query behind the work; empty for plain local work.
    /// </summary>
    /// <param name="document">The segment or subsegment.</param>
    /// <param name="width">The number of cells that it may take.</param>
    public static string Detail(SegmentDocument document, int width)
    {
        if (document.Sql is not null)
        {
            return CellText.Fit(CellText.Clean(document.Sql.ToString()), width);
        }

        string call = AwsCall(document);
        if (call.Length > 0)
        {
            return CellText.FitMiddle(call, width);
        }

        if (document.Http?.Url is null)
        {
            return CellText.Fit(CellText.Clean(document.Http?.Method), width);
        }

        string method = document.Http.Method is null ? "" : CellText.Clean(document.Http.Method) + " ";
        return CellText.Fit(method + UrlText.Fit(document.Http.Url, width - CellText.Measure(method)), width);
    }

    private static bool IsUnderWay(SegmentDocument document) =>
        document.EndSeconds is null && Outcome.Of(document) == TraceStatus.Ok;

    // The operation and what it was done to, as the AWS SDKs record them.
    private static string AwsCall(SegmentDocument document)
    {
        if (document.Aws is null || Member(document.Aws, "operation") is not { } operation)
        {
            return "";
        }

        string? subject = Member(document.Aws, "table_name") ?? Member(document.Aws, "bucket_name")
            ?? Member(document.Aws, "queue_url") ?? Member(document.Aws, "topic_arn")
            ?? Member(document.Aws, "function_name");
        return CellText.Clean(subject is null ? operation : $"{operation} {LastPart(subject)}");
    }

    private static string? Member(RecordMap<object?> block, string name) =>
        block.TryGetValue(name, out object? value) ? value as string : null;

    // A queue is known by the end of its URL, a topic by the end of its ARN.
    private static string LastPart(string subject) => subject[(subject.LastIndexOfAny(['/', ':']) + 1)..];
}
