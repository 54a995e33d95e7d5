using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using XRayPS.Core.Documents;

namespace XRayPS.Binding;

/// <summary>
/// Makes trace ids of text (X-Ray's form, W3C's 32 digits, a tracing header, a document), and of whatever carries one:
/// summaries, traces, documents, graph nodes, other people's objects.
/// </summary>
internal sealed class TraceIdTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = Arguments.Unwrap(inputData);
        if (value is IEnumerable items and not (string or IDictionary))
        {
            return items.Cast<object>().Select(static item => One(Arguments.Unwrap(item), item)).ToArray();
        }

        return One(value, inputData);
    }

    private static string One(object? value, object? whole) => value switch
    {
        string text => FromText(text),
        TraceSummary { Id: { } id } => id,
        Trace { Id: { } id } => id,
        SegmentDocument { TraceId: { } id } => id,
        Segment { Parsed.TraceId: { } id } => id,
        Service { TraceId: { } id } => id,
        IDictionary table when FromMembers(name => table[name]) is { } id => id,
        { } when whole is not null && FromMembers(name => PSObject.AsPSObject(whole).Properties[name]?.Value) is { } id => id,
        _ => throw Arguments.Refuse($"An object of type {value?.GetType().Name ?? "null"} carries no trace id."),
    };

    private static string? FromMembers(Func<string, object?> member)
    {
        foreach (string name in (string[])["TraceId", "trace_id", "Id"])
        {
            if (Arguments.Unwrap(member(name)) is string { Length: > 0 } text)
            {
                return FromText(text);
            }
        }

        return null;
    }

    /// <summary>Text that is no id of any kind goes on as it is: what an id is, the service decides.</summary>
    private static string FromText(string text)
    {
        string trimmed = text.Trim();
        if (TraceId.TryParse(trimmed, out string id))
        {
            return id;
        }

        if (trimmed.Contains("Root=", StringComparison.Ordinal) && TraceHeader.Parse(trimmed).Root is { } root)
        {
            return root;
        }

        return trimmed.StartsWith('{') ? FromDocument(trimmed) : trimmed;
    }

    private static string FromDocument(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("trace_id", out JsonElement id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()!
                : throw Arguments.Refuse("The document has no trace_id.");
        }
        catch (JsonException)
        {
            throw Arguments.Refuse("The text is neither a trace id nor a document.");
        }
    }
}
