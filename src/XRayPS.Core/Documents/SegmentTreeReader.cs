using System.Text;
using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>Reads segments and subsegments into the tree. A child that is no object stands as null in its list.</summary>
internal static class SegmentTreeReader
{
    /// <summary>Reads the object that the reader stands on.</summary>
    internal static SegmentDocument Read(ref Utf8JsonReader reader)
    {
        SegmentDocument document = new();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            SegmentMember member = reader.ValueIsEscaped
                ? SegmentMembers.Find(Encoding.UTF8.GetBytes(JsonValues.StringOf(ref reader)))
                : SegmentMembers.Find(reader.ValueSpan);
            reader.Read();
            ReadMember(ref reader, document, member);
        }

        return document;
    }

    private static void ReadMember(ref Utf8JsonReader reader, SegmentDocument document, SegmentMember member)
    {
        switch (member)
        {
            case SegmentMember.Id:
                document.Id = JsonValues.Text(ref reader);
                break;
            case SegmentMember.Name:
                document.Name = CutName(JsonValues.Text(ref reader));
                break;
            case SegmentMember.TraceId:
                document.TraceId = JsonValues.Text(ref reader);
                break;
            case SegmentMember.ParentId:
                document.ParentId = JsonValues.Text(ref reader) is { Length: > 0 } parent ? parent : null;
                break;
            case SegmentMember.Type:
                document.Type = JsonValues.Text(ref reader) is { Length: > 0 } type ? type : null;
                break;
            case SegmentMember.StartTime:
                document.StartSeconds = JsonValues.Number(ref reader);
                break;
            case SegmentMember.EndTime:
                document.EndSeconds = JsonValues.Number(ref reader);
                break;
            case SegmentMember.InProgress:
                document.InProgress = JsonValues.Flag(ref reader) ?? false;
                break;
            case SegmentMember.Inferred:
                document.Inferred = JsonValues.Flag(ref reader) ?? false;
                break;
            case SegmentMember.Namespace:
                document.Namespace = JsonValues.Text(ref reader);
                break;
            case SegmentMember.Origin:
                document.Origin = JsonValues.Text(ref reader);
                break;
            case SegmentMember.ResourceArn:
                document.ResourceArn = JsonValues.Text(ref reader);
                break;
            case SegmentMember.User:
                document.User = JsonValues.Text(ref reader);
                break;
            case SegmentMember.Error:
                document.Error = JsonValues.Flag(ref reader);
                break;
            case SegmentMember.Throttle:
                document.Throttle = JsonValues.Flag(ref reader);
                break;
            case SegmentMember.Fault:
                document.Fault = JsonValues.Flag(ref reader);
                break;
            case SegmentMember.Http:
                document.Http = SegmentBlockReader.Http(ref reader);
                break;
            case SegmentMember.Sql:
                document.Sql = SegmentBlockReader.Sql(ref reader);
                break;
            case SegmentMember.Cause:
                document.Cause = SegmentBlockReader.Cause(ref reader);
                break;
            case SegmentMember.Aws:
                document.Aws = JsonValues.Map(ref reader);
                break;
            case SegmentMember.Service:
                document.Service = JsonValues.Map(ref reader);
                break;
            case SegmentMember.Annotations:
                document.Annotations = JsonValues.Annotations(ref reader);
                break;
            case SegmentMember.Metadata:
                document.Metadata = JsonValues.Map(ref reader);
                break;
            case SegmentMember.PrecursorIds:
                document.PrecursorIds = JsonValues.Texts(ref reader);
                break;
            case SegmentMember.Links:
                document.Links = SegmentBlockReader.Links(ref reader);
                break;
            case SegmentMember.Subsegments:
                document.Subsegments = ReadChildren(ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static RecordList<SegmentDocument> ReadChildren(ref Utf8JsonReader reader)
    {
        RecordList<SegmentDocument> children = [];
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return children;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                children.Add(Read(ref reader));
            }
            else
            {
                reader.Skip();
                children.Add(null!);
            }
        }

        return children;
    }

    private static string? CutName(string? name)
    {
        if (name is null || name.Length <= SegmentRules.MaxName)
        {
            return name;
        }

        int length = char.IsHighSurrogate(name[SegmentRules.MaxName - 1]) ? SegmentRules.MaxName - 1 : SegmentRules.MaxName;
        return name[..length];
    }
}
