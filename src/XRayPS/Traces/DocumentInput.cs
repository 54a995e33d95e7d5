using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using XRayPS.Binding;
using XRayPS.Core.Documents;
using XRayPS.Json;

namespace XRayPS.Traces;

/// <summary>
/// Makes documents of what users have: JSON text (an array is several documents, a file of the daemon's datagrams too),
/// trees, segments and whole traces, hashtables and other objects with the members of a document.
/// </summary>
internal static class DocumentInput
{
    private const string DaemonHeader = "\"format\"";

    /// <summary>As deep as X-Ray's own reader goes here.</summary>
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 512 };

    /// <summary>The documents of an input object.</summary>
    /// <param name="input">The object.</param>
    /// <exception cref="PSArgumentException">It is none and cannot be made one.</exception>
    internal static IEnumerable<OutgoingDocument> From(object input)
    {
        object? value = Arguments.Unwrap(input);
        return value switch
        {
            string text => FromText(text),
            SegmentDocument document => [Make(SegmentWriter.ToText(document, SegmentStyle.Sent), input)],
            Segment segment => FromSegment(segment, input),

            // What X-Ray made up itself it makes up again; sent, it would count as reported.
            Trace trace => trace.Segments
                .Where(static segment => segment.Parsed is not { Inferred: true })
                .SelectMany(segment => FromSegment(segment, segment)),
            IDictionary or PSObject => [Make(ToText(input), input)],
            IEnumerable items => items.Cast<object>().SelectMany(From),
            _ => throw new PSArgumentException(
                $"An object of type {value?.GetType().Name ?? "null"} is no document: give JSON, a SegmentDocument or a hashtable."),
        };
    }

    private static IEnumerable<OutgoingDocument> FromSegment(Segment segment, object source)
    {
        if (segment.Document is not null)
        {
            return [Make(segment.Document, source)];
        }

        return segment.Parsed is not null
            ? [Make(SegmentWriter.ToText(segment.Parsed, SegmentStyle.Sent), source)]
            : throw new PSArgumentException($"Segment {segment.Id} has no document.");
    }

    private static IEnumerable<OutgoingDocument> FromText(string text)
    {
        string json = text.AsSpan().TrimStart('\uFEFF').Trim().ToString();
        if (json.StartsWith('[') && TrySplit(json, out List<string> parts) && parts.Count > 0)
        {
            return parts.Select(static part => Make(part, part));
        }

        // A datagram of the daemon's protocol: a header line, then the document.
        int line = json.IndexOf('\n', StringComparison.Ordinal);
        bool isDatagram = line > 0 && line < 100 && json.AsSpan(0, line).Contains(DaemonHeader, StringComparison.Ordinal);
        return [Make(isDatagram ? json[(line + 1)..].TrimStart() : json, text)];
    }

    /// <summary>Text that is no JSON goes out as it is: the service says what is wrong with it, and where.</summary>
    private static bool TrySplit(string json, out List<string> parts)
    {
        try
        {
            using JsonDocument array = JsonDocument.Parse(json, s_options);
            parts = [.. array.RootElement.EnumerateArray().Select(static item => item.GetRawText())];
            return true;
        }
        catch (JsonException)
        {
            parts = [];
            return false;
        }
    }

    private static string ToText(object input) => System.Text.Encoding.UTF8.GetString(PowerShellJson.ToUtf8(input));

    private static OutgoingDocument Make(string json, object source)
    {
        string? id = null;
        string? name = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, s_options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                id = TextOf(document.RootElement, "id");
                name = TextOf(document.RootElement, "name");
            }
        }
        catch (JsonException)
        {
            // The service will refuse it.
        }

        string label = (name, id) switch
        {
            (null, null) => "a document without id",
            (null, _) => $"segment {id}",
            (_, null) => $"segment of {name}",
            _ => $"segment {id} of {name}",
        };
        return new OutgoingDocument(json, id, label, source);
    }

    private static string? TextOf(JsonElement document, string member) =>
        document.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
