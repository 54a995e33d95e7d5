using System.Globalization;
using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>Looks at what points to other things: causes and their exceptions, links, precursors.</summary>
internal sealed class ReferenceInspector(FindingList findings)
{
    internal void InspectCause(JsonElement cause, string path)
    {
        if (cause.ValueKind == JsonValueKind.String)
        {
            CheckId(
                cause, path, "CauseReference",
                "A cause that is a text is the id of an exception; this is none.",
                "Give the id of an exception of the trace, or an object with exceptions.");
            return;
        }

        if (!Expect(cause.ValueKind == JsonValueKind.Object, path, "an object, or the id of an exception")
            || !cause.TryGetProperty("exceptions", out JsonElement exceptions))
        {
            return;
        }

        foreach ((JsonElement exception, string at) in Items(exceptions, path + ".exceptions"))
        {
            InspectException(exception, at);
        }
    }

    internal void InspectLinks(JsonElement links, string path)
    {
        int number = 0;
        foreach ((JsonElement link, string at) in Items(links, path))
        {
            number++;
            if (Expect(link.ValueKind == JsonValueKind.Object, at, "an object")
                && (!TraceId.IsValid(Text(link, "trace_id")) || !SegmentId.IsValid(Text(link, "id"))))
            {
                findings.Warn(
                    "LinkIncomplete", at,
                    "A link leads to a trace_id and the id of a segment there; without both it leads nowhere.",
                    "Give both.");
            }
        }

        if (number > SegmentLimits.Links)
        {
            findings.Warn("TooManyLinks", path, "A segment links to 20 traces at most.", "Link to fewer traces.");
        }
    }

    internal void InspectPrecursors(JsonElement precursors, string path)
    {
        foreach ((JsonElement id, string at) in Items(precursors, path))
        {
            CheckId(
                id, at, "PrecursorId",
                "It is no id of a subsegment.",
                "Give the ids of subsegments that ended before this one began.");
        }
    }

    private void InspectException(JsonElement exception, string path)
    {
        if (exception.ValueKind == JsonValueKind.String)
        {
            CheckId(
                exception, path, "CauseReference",
                "A text among exceptions is the id of one; this is none.",
                "Give an id, or the exception itself.");
            return;
        }

        if (!Expect(exception.ValueKind == JsonValueKind.Object, path, "an object"))
        {
            return;
        }

        if (!SegmentId.IsValid(Text(exception, "id")))
        {
            findings.Warn(
                "ExceptionId", path + ".id",
                "An exception has an id, so that others can refer to it.",
                "Give 16 random hexadecimal digits.");
        }

        if (exception.TryGetProperty("cause", out JsonElement cause))
        {
            CheckId(
                cause, path + ".cause", "CauseReference",
                "What caused an exception is named by its id; this is none.",
                "Give the id of another exception.");
        }

        if (exception.TryGetProperty("stack", out JsonElement stack))
        {
            foreach ((JsonElement frame, string at) in Items(stack, path + ".stack"))
            {
                Expect(frame.ValueKind == JsonValueKind.Object, at, "an object");
            }
        }
    }

    private void CheckId(JsonElement value, string path, string code, string message, string remedy)
    {
        if (value.ValueKind != JsonValueKind.String || !SegmentId.IsValid(JsonValues.PlainText(value)))
        {
            findings.Warn(code, path, message, remedy);
        }
    }

    private IEnumerable<(JsonElement Item, string Path)> Items(JsonElement list, string path)
    {
        if (!Expect(list.ValueKind == JsonValueKind.Array, path, "a list"))
        {
            yield break;
        }

        int number = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            yield return (item, string.Create(CultureInfo.InvariantCulture, $"{path}[{number++}]"));
        }
    }

    private bool Expect(bool isRight, string path, string kind) => findings.Expect(isRight, path, kind);

    private static string? Text(JsonElement entity, string member) =>
        entity.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? JsonValues.PlainText(value)
            : null;
}
