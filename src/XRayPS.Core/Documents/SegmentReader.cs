using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace XRayPS.Core.Documents;

/// <summary>
/// Reads segment documents. It never throws, whatever the bytes are, and takes time in proportion to their number. Members
/// that the format does not know are passed over, members of the wrong kind are taken as absent, and of a member that
/// stands twice the last counts.
/// </summary>
public static class SegmentReader
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = JsonValues.MaxDepth };

    /// <summary>Reads a document that somebody sends, with the checks that the service makes.</summary>
    /// <param name="utf8Json">The document, UTF-8 without byte order mark.</param>
    /// <param name="document">The document.</param>
    /// <param name="refusal">Why the service refuses it.</param>
    /// <returns>Whether the service takes the document.</returns>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8Json,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SegmentDocument? document,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out DocumentRefusal? refusal)
    {
        document = Parse(utf8Json.Span);
        if (document is null)
        {
            refusal = LooksLikeObject(utf8Json.Span)
                ? DocumentRefusal.Segment(null, "ParseError")
                : DocumentRefusal.Entity(null, "ParseError");
            return false;
        }

        refusal = SegmentRules.Check(document);
        if (refusal is not null)
        {
            document = null;
            return false;
        }

        return true;
    }

    /// <summary>Reads a document that the service gives back: as much of it as can be read, without checks.</summary>
    /// <param name="utf8Json">The document, UTF-8.</param>
    /// <returns>The document; null when the text is no JSON object.</returns>
    public static SegmentDocument? ReadReturned(ReadOnlySpan<byte> utf8Json)
    {
        SegmentDocument? document = Parse(utf8Json);
        if (document is not null)
        {
            DropEmpty(document);
        }

        return document;
    }

    /// <summary>Reads a document that the service gives back: as much of it as can be read, without checks.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The document; null when the text is no JSON object.</returns>
    public static SegmentDocument? ReadReturned(string? json) =>
        json is null ? null : ReadReturned(Encoding.UTF8.GetBytes(json));

    private static SegmentDocument? Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return null;
        }

        Utf8JsonReader reader = new(json, s_options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            SegmentDocument document = SegmentTreeReader.Read(ref reader);
            return reader.Read() ? null : document;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool LooksLikeObject(ReadOnlySpan<byte> json) => json.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    private static void DropEmpty(SegmentDocument document)
    {
        document.Subsegments.RemoveAll(static child => child is null);
        document.Subsegments.ForEach(DropEmpty);
    }
}
