using XRayPS.Core.Documents;

namespace XRayPS.Tests.Filters;

/// <summary>What the naive interpreter knows of a trace: read from the documents by rules written here a second time.</summary>
public sealed record TraceFacts(
    bool HasRoot,
    int Status,
    bool Error,
    bool Fault,
    bool Throttle,
    double? ResponseTime,
    double? Duration,
    string? Url,
    string[] Users,
    (string Key, object Value)[] Annotations)
{
    internal static TraceFacts Of(AssembledTrace trace)
    {
        SegmentDocument[] reported =
            [.. trace.Segments.Select(segment => segment.Document).Where(document => !document.Inferred).SelectMany(Tree)];
        SegmentDocument? root = trace.Segments.Select(segment => segment.Document).SingleOrDefault(document => document.ParentId is null);
        int status = root?.Http?.Status ?? 0;
        bool throttle = root is not null && (root.Throttle == true || status == 429);
        double[] ends = [.. reported.Where(each => each.EndSeconds is not null).Select(each => each.EndSeconds!.Value)];
        return new TraceFacts(
            root is not null,
            status,
            root is not null && !throttle && (root.Error == true || status / 100 == 4),
            root is not null && (root.Fault == true || status / 100 == 5),
            throttle,
            root?.EndSeconds is null ? null : Math.Round(root.EndSeconds.Value - root.StartSeconds!.Value, 3),
            ends.Length == 0 ? null : Math.Round(ends.Max() - reported.Min(each => each.StartSeconds!.Value), 3),
            root?.Http?.Url,
            [.. reported.Where(each => each.User is not null).Select(each => each.User!)],
            [.. reported.Where(each => each.Annotations is not null).SelectMany(each => each.Annotations!).Select(each => (each.Key, each.Value))]);
    }

    private static IEnumerable<SegmentDocument> Tree(SegmentDocument document) =>
        document.Subsegments.SelectMany(Tree).Prepend(document);
}
