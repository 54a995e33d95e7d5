using System.Globalization;
using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>Looks at segments and subsegments one by one, each before what it contains.</summary>
internal sealed class EntityInspector(FindingList findings, double now)
{
    private readonly HashSet<string> _ids = new(SegmentId.Comparer);
    private readonly BlockInspector _blocks = new(findings);

    /// <summary>Inspects the outer document.</summary>
    internal void Inspect(JsonElement document)
    {
        findings.Id = Text(document, "id");
        string type = Text(document, "type") ?? "";
        if (type is not ("" or "segment" or "subsegment"))
        {
            findings.Error("UnknownType", "$.type", "entity", "Leave type out on a segment; say subsegment on an independent subsegment.");
        }

        string kind = type == "subsegment" ? "subsegment" : "segment";
        CheckNames(document, "$", kind);
        if (Missing(document, "trace_id"))
        {
            findings.Error("MissingTraceId", "$.trace_id", kind, "Give the trace's id; New-XRayTraceId makes one.");
        }
        else if (!TraceId.IsValid(Text(document, "trace_id")))
        {
            findings.Error("InvalidTraceId", "$.trace_id", kind, "A trace id is 1-, 8 hexadecimal digits of the time, - and 24 hexadecimal digits.");
        }

        CheckTimes(document, "$", kind, parent: null);
        if (Missing(document, "parent_id"))
        {
            if (kind == "subsegment")
            {
                findings.Error("MissingParentId", "$.parent_id", kind, "Name the segment or subsegment that this one belongs to.");
            }
        }
        else if (!SegmentId.IsValid(Text(document, "parent_id")))
        {
            findings.Error("InvalidParentId", "$.parent_id", kind, "An id is 16 hexadecimal digits.");
        }

        InspectRest(document, "$", isSegment: kind == "segment");
        if (_blocks.Annotations > SegmentLimits.Annotations)
        {
            findings.Warn("TooManyAnnotations", "$.annotations", string.Create(
                CultureInfo.InvariantCulture, $"The document has {_blocks.Annotations} annotations; X-Ray indexes {SegmentLimits.Annotations} of a trace."),
                "Move what nobody searches by to metadata.");
        }
    }

    private void InspectRest(JsonElement entity, string path, bool isSegment)
    {
        _blocks.Inspect(entity, path, isSegment);
        if (!entity.TryGetProperty("subsegments", out JsonElement children))
        {
            return;
        }

        if (children.ValueKind != JsonValueKind.Array)
        {
            findings.Warn("NotAList", path + ".subsegments", "subsegments is no list and is ignored.", "Put the subsegments into a JSON array.");
            return;
        }

        int number = 0;
        foreach (JsonElement child in children.EnumerateArray())
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{path}.subsegments[{number++}]");
            if (child.ValueKind != JsonValueKind.Object)
            {
                findings.Error("ParseError", at, "entity", "A subsegment is a JSON object.");
                continue;
            }

            WarnOfOwnTrace(child, at);
            CheckNames(child, at, "subsegment");
            CheckTimes(child, at, "subsegment", entity);
            InspectRest(child, at, isSegment: false);
        }
    }

    private void WarnOfOwnTrace(JsonElement child, string path)
    {
        foreach (string member in (ReadOnlySpan<string>)["trace_id", "parent_id", "type"])
        {
            if (child.TryGetProperty(member, out _))
            {
                findings.Warn(
                    "IndependentOnly",
                    $"{path}.{member}",
                    $"{member} belongs to subsegments that are documents of their own; here it is ignored.",
                    "Leave it out.");
            }
        }
    }

    private void CheckNames(JsonElement entity, string path, string kind)
    {
        string? id = Text(entity, "id");
        if (string.IsNullOrEmpty(id))
        {
            findings.Error("MissingId", path + ".id", kind, "Give 16 random hexadecimal digits.");
        }
        else if (!SegmentId.IsValid(id))
        {
            findings.Error("InvalidId", path + ".id", kind, "An id is 16 hexadecimal digits.");
        }
        else if (!_ids.Add(id))
        {
            findings.Warn("DuplicateId", path + ".id", $"The id {id} stands twice in the document; the second is ignored.", "Give every subsegment an id of its own.");
        }

        string? name = Text(entity, "name");
        if (string.IsNullOrEmpty(name))
        {
            findings.Error("MissingName", path + ".name", kind, "Name the service, or what is called.");
        }
        else if (name.EnumerateRunes().Take(SegmentRules.MaxName).Any(static rune => !SegmentRules.IsNamePart(rune)))
        {
            findings.Error("InvalidName", path + ".name", kind, "A name has letters, numbers, white space and _ . : / % & # = + \\ - @ alone.");
        }
        else if (name.Length > SegmentRules.MaxName)
        {
            findings.Warn("NameCut", path + ".name", string.Create(
                CultureInfo.InvariantCulture, $"The name has {name.Length} characters and is cut to {SegmentRules.MaxName}."), "Shorten it.");
        }
    }

    private void CheckTimes(JsonElement entity, string path, string kind, JsonElement? parent)
    {
        double? start = Number(entity, "start_time");
        double? end = Number(entity, "end_time");
        bool open = entity.TryGetProperty("in_progress", out JsonElement flag) && flag.ValueKind == JsonValueKind.True;
        if (start is null)
        {
            findings.Error("MissingStartTime", path + ".start_time", kind, "Give the start as a number of epoch seconds.");
        }

        if (open && end is not null)
        {
            findings.Error(
                kind == "segment" ? "InProgressSegmentHasEndTime" : "InProgressSubsegmentHasEndTime",
                path + ".end_time", kind, "Leave out end_time while in_progress is true, or in_progress when it has ended.");
        }
        else if (!open && end is null)
        {
            findings.Error("MissingEndTime", path + ".end_time", kind, "Give the end as a number of epoch seconds, or in_progress: true.");
        }

        WarnOfTimes(path, start, end);
        if (parent is { } outer && start < Number(outer, "start_time"))
        {
            findings.Warn("StartsBeforeParent", path + ".start_time", "It starts before what contains it.", "Take both times from one clock.");
        }
    }

    private void WarnOfTimes(string path, double? start, double? end)
    {
        if (end < start)
        {
            findings.Warn("EndBeforeStart", path + ".end_time", "It ends before it starts; its duration counts as nothing.", "Take both times from one clock.");
        }

        if (start > 1e11)
        {
            findings.Warn("NotInSeconds", path + ".start_time", "The start is thousands of years away: it looks like milliseconds.", "Divide by 1000: times are epoch seconds.");
        }
        else if (start > now + 300)
        {
            findings.Warn("InTheFuture", path + ".start_time", "The start lies in the future.", "Set the sender's clock.");
        }
        else if (start < now - (SegmentLimits.RetentionDays * 86400.0))
        {
            findings.Warn("TooOld", path + ".start_time", "The start is more than 30 days ago; X-Ray keeps traces for 30 days.", "Send traces while they are new.");
        }
    }

    private static bool Missing(JsonElement entity, string member) => string.IsNullOrEmpty(Text(entity, member));

    private static string? Text(JsonElement entity, string member) =>
        entity.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? JsonValues.PlainText(value) : null;

    private static double? Number(JsonElement entity, string member) =>
        entity.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : null;
}
