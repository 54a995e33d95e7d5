using System.Collections;
using System.Management.Automation;
using XRayPS.Binding;
using XRayPS.Core.Documents;

namespace XRayPS.Tracing;

/// <summary>What users have of another trace as a link to it.</summary>
internal static class Links
{
    /// <summary>
    /// A link from a segment of the other trace, from a trace id with the segment's id behind a slash, or from a table of the
    /// link's members. A trace id alone is a link too, which says nothing of the segment.
    /// </summary>
    /// <param name="input">What the user gave.</param>
    /// <param name="link">The link.</param>
    internal static bool TryRead(object? input, out SegmentLink link)
    {
        link = Arguments.Unwrap(input) switch
        {
            SegmentLink given => given,
            SegmentDocument segment => new SegmentLink { TraceId = segment.TraceId, Id = segment.Id },
            IDictionary table => OfTable(Values.Map(table)),
            string text => OfText(text),
            _ => new SegmentLink(),
        };
        if (!TraceId.TryParse(link.TraceId, out string traceId) || (link.Id is not null && !SegmentId.IsValid(link.Id)))
        {
            return false;
        }

        link = new SegmentLink { TraceId = traceId, Id = link.Id, Attributes = link.Attributes };
        return true;
    }

    private static SegmentLink OfText(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new SegmentLink { TraceId = text }
            : new SegmentLink { TraceId = text[..slash], Id = text[(slash + 1)..].Trim() };
    }

    private static SegmentLink OfTable(RecordMap<object?> table) => new()
    {
        TraceId = table.TryGetValue("trace_id", out object? trace) ? LanguagePrimitives.ConvertTo<string>(trace) : null,
        Id = table.TryGetValue("id", out object? id) ? LanguagePrimitives.ConvertTo<string>(id) : null,
        Attributes = table.TryGetValue("attributes", out object? attributes) ? attributes as RecordMap<object?> : null,
    };
}
