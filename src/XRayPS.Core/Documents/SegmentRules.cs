using System.Globalization;
using System.Text;

namespace XRayPS.Core.Documents;

/// <summary>The service's checks of a document, in the order in which it makes them (observed).</summary>
internal static class SegmentRules
{
    /// <summary>Longer names are cut (observed).</summary>
    internal const int MaxName = 200;

    internal static DocumentRefusal? Check(SegmentDocument document)
    {
        bool subsegment = document.Type == "subsegment";
        if (!subsegment && document.Type is not (null or "" or "segment"))
        {
            return DocumentRefusal.Entity(document.Id, "UnknownType");
        }

        string? code = CheckNames(document) ?? CheckTrace(document) ?? CheckTimes(document, subsegment) ?? CheckParent(document, subsegment);
        if (code is not null)
        {
            return subsegment ? DocumentRefusal.Subsegment(document.Id, code) : DocumentRefusal.Segment(document.Id, code);
        }

        return CheckChildren(document, document.Id);
    }

    private static DocumentRefusal? CheckChildren(SegmentDocument document, string? outerId)
    {
        foreach (SegmentDocument? child in document.Subsegments)
        {
            if (child is null)
            {
                return DocumentRefusal.Entity(outerId, "ParseError");
            }

            if ((CheckNames(child) ?? CheckTimes(child, subsegment: true)) is { } code)
            {
                return DocumentRefusal.Subsegment(outerId, code);
            }

            if (CheckChildren(child, outerId) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static string? CheckNames(SegmentDocument document)
    {
        if (string.IsNullOrEmpty(document.Id))
        {
            return "MissingId";
        }

        if (!SegmentId.IsValid(document.Id))
        {
            return "InvalidId";
        }

        if (string.IsNullOrEmpty(document.Name))
        {
            return "MissingName";
        }

        return IsName(document.Name) ? null : "InvalidName";
    }

    private static string? CheckTrace(SegmentDocument document)
    {
        if (string.IsNullOrEmpty(document.TraceId))
        {
            return "MissingTraceId";
        }

        return TraceId.IsValid(document.TraceId) ? null : "InvalidTraceId";
    }

    private static string? CheckTimes(SegmentDocument document, bool subsegment)
    {
        if (document.StartSeconds is null)
        {
            return "MissingStartTime";
        }

        if (document.InProgress && document.EndSeconds is not null)
        {
            return subsegment ? "InProgressSubsegmentHasEndTime" : "InProgressSegmentHasEndTime";
        }

        return document.InProgress || document.EndSeconds is not null ? null : "MissingEndTime";
    }

    private static string? CheckParent(SegmentDocument document, bool subsegment)
    {
        if (string.IsNullOrEmpty(document.ParentId))
        {
            return subsegment ? "MissingParentId" : null;
        }

        return SegmentId.IsValid(document.ParentId) ? null : "InvalidParentId";
    }

    private static bool IsName(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !IsAllowedMark(c))
            {
                return IsUnicodeName(name);
            }
        }

        return true;
    }

    private static bool IsAllowedMark(char c) => c is ' ' or '_' or '.' or ':' or '/' or '%' or '&' or '#' or '=' or '+' or '\\' or '-' or '@';

    /// <summary>Letters, numbers and white space of Unicode besides the marks: the developer guide's rule.</summary>
    private static bool IsUnicodeName(string name)
    {
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (!IsNamePart(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a name may hold the character.</summary>
    internal static bool IsNamePart(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => rune.IsBmp && IsAllowedMark((char)rune.Value),
    };
}
