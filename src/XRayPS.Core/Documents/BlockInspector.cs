using System.Globalization;
using System.Text;
using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>Looks at the members of an entity for what the service takes and then ignores or cuts.</summary>
internal sealed class BlockInspector(FindingList findings)
{
    private readonly ReferenceInspector _references = new(findings);

    /// <summary>Annotations seen so far in the document.</summary>
    internal int Annotations { get; private set; }

    internal void Inspect(JsonElement entity, string path, bool isSegment)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty member in entity.EnumerateObject())
        {
            string at = $"{path}.{member.Name}";
            if (!seen.Add(member.Name))
            {
                findings.Warn("DuplicateMember", at, $"{member.Name} stands twice; the last one counts.", "Keep one.");
            }

            InspectMember(member, at, isSegment);
        }
    }

    private void InspectMember(JsonProperty member, string at, bool isSegment)
    {
        SegmentMember known = SegmentMembers.Find(Encoding.UTF8.GetBytes(member.Name));
        switch (known)
        {
            case SegmentMember.Unknown:
                findings.Warn("UnknownMember", at, $"X-Ray does not know {member.Name} and drops it.", "Put it into annotations or metadata.");
                break;
            case SegmentMember.Error or SegmentMember.Fault or SegmentMember.Throttle or SegmentMember.InProgress:
                Expect(member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False, at, "true or false");
                break;
            case SegmentMember.Annotations:
                InspectAnnotations(member.Value, at);
                break;
            case SegmentMember.Metadata:
                InspectMetadata(member.Value, at);
                break;
            case SegmentMember.Http:
                InspectHttp(member.Value, at);
                break;
            case SegmentMember.User or SegmentMember.Origin or SegmentMember.Service or SegmentMember.ResourceArn when !isSegment:
                findings.Warn("SegmentsOnly", at, $"{member.Name} belongs to segments.", "Put it onto the segment.");
                break;
            case SegmentMember.Sql or SegmentMember.PrecursorIds when isSegment:
                findings.Warn("SubsegmentsOnly", at, $"{member.Name} belongs to subsegments.", "Put it onto a subsegment.");
                break;
            case SegmentMember.Aws or SegmentMember.Service or SegmentMember.Sql:
                Expect(member.Value.ValueKind == JsonValueKind.Object, at, "an object");
                break;
            case SegmentMember.Cause:
                _references.InspectCause(member.Value, at);
                break;
            case SegmentMember.Namespace:
                if (isSegment
                    || member.Value.ValueKind != JsonValueKind.String
                    || JsonValues.PlainText(member.Value) is not ("aws" or "remote"))
                {
                    findings.Warn("NamespaceIgnored", at, "Only a subsegment with namespace aws or remote is a call to another service.", "Say aws or remote on a subsegment that calls out; leave it out elsewhere.");
                }

                break;
            case SegmentMember.User or SegmentMember.Origin or SegmentMember.ResourceArn:
                InspectText(member.Value, at);
                break;
            case SegmentMember.Links:
                _references.InspectLinks(member.Value, at);
                break;
            case SegmentMember.PrecursorIds:
                _references.InspectPrecursors(member.Value, at);
                break;
        }
    }

    private void InspectAnnotations(JsonElement annotations, string path)
    {
        if (!Expect(annotations.ValueKind == JsonValueKind.Object, path, "an object"))
        {
            return;
        }

        foreach (JsonProperty annotation in annotations.EnumerateObject())
        {
            string at = $"{path}.{annotation.Name}";
            Annotations++;
            if (annotation.Name.Length is 0 or > SegmentLimits.AnnotationKey || !annotation.Name.All(SegmentNames.IsKeyPart))
            {
                findings.Warn("AnnotationKey", at, "A key has letters, digits, _ and dots alone, and at most 500 of them; others are not indexed.", "Rename it.");
            }

            if (annotation.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null)
            {
                findings.Warn("AnnotationNotIndexed", at, "Only strings, numbers and booleans are indexed.", "Annotate with one value, or use metadata.");
            }
            else if (annotation.Value.ValueKind == JsonValueKind.String && annotation.Value.GetRawText().Length > SegmentLimits.AnnotationText + 2)
            {
                findings.Warn("AnnotationTooLong", at, "A value has at most 1000 characters.", "Shorten it, or use metadata.");
            }
        }
    }

    private void InspectMetadata(JsonElement metadata, string path)
    {
        if (!Expect(metadata.ValueKind == JsonValueKind.Object, path, "an object"))
        {
            return;
        }

        foreach (JsonProperty member in metadata.EnumerateObject())
        {
            if (member.Name.StartsWith("AWS.", StringComparison.Ordinal))
            {
                findings.Warn("ReservedKey", $"{path}.{member.Name}", "Keys that start with AWS. are reserved.", "Rename it.");
            }
        }
    }

    private void InspectHttp(JsonElement http, string path)
    {
        if (!Expect(http.ValueKind == JsonValueKind.Object, path, "an object"))
        {
            return;
        }

        if (http.TryGetProperty("request", out JsonElement request) && Expect(request.ValueKind == JsonValueKind.Object, path + ".request", "an object"))
        {
            foreach (string name in (ReadOnlySpan<string>)["method", "url", "user_agent", "client_ip"])
            {
                if (request.TryGetProperty(name, out JsonElement text))
                {
                    InspectText(text, $"{path}.request.{name}");
                }
            }
        }

        if (http.TryGetProperty("response", out JsonElement response)
            && Expect(response.ValueKind == JsonValueKind.Object, path + ".response", "an object"))
        {
            foreach (string name in (ReadOnlySpan<string>)["status", "content_length"])
            {
                if (response.TryGetProperty(name, out JsonElement number))
                {
                    Expect(number.ValueKind == JsonValueKind.Number, $"{path}.response.{name}", "a number");
                }
            }
        }
    }

    private void InspectText(JsonElement text, string path)
    {
        if (Expect(text.ValueKind == JsonValueKind.String, path, "a text") && text.GetRawText().Length > SegmentLimits.Text + 2)
        {
            findings.Warn("TextTooLong", path, string.Create(
                CultureInfo.InvariantCulture, $"X-Ray documents a limit of {SegmentLimits.Text} characters."), "Shorten it; what is beyond may be cut.");
        }
    }

    private bool Expect(bool isRight, string path, string kind) => findings.Expect(isRight, path, kind);
}
