using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using XRayPS.Core.Model;

namespace XRayPS.Core.Documents;

/// <summary>
/// Says everything that is wrong with a document, where the service names the first thing alone or none at all. Errors
/// come in the order in which the service would meet them: the first is the one that it answers.
/// </summary>
public static class SegmentInspector
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = JsonValues.MaxDepth };

    /// <summary>The findings, errors of an entity before those of what it contains.</summary>
    /// <param name="utf8Json">The document.</param>
    /// <param name="clock">The clock that says what lies in the future.</param>
    public static IReadOnlyList<SegmentFinding> Inspect(ReadOnlyMemory<byte> utf8Json, TimeProvider clock)
    {
        FindingList findings = new();
        string kind = utf8Json.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? "segment" : "entity";
        if (!Utf8.IsValid(utf8Json.Span))
        {
            findings.Error("ParseError", "$", kind, "The document is not UTF-8: encode it as UTF-8.");
            return findings.All;
        }

        JsonDocument parsed;
        try
        {
            parsed = JsonDocument.Parse(utf8Json, s_options);
        }
        catch (JsonException failure)
        {
            findings.Error("ParseError", "$", kind, Explain(failure, utf8Json.Span));
            return findings.All;
        }

        using (parsed)
        {
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                findings.Error("ParseError", "$", "entity", "Send one JSON object per document.");
                return findings.All;
            }

            try
            {
                new EntityInspector(findings, Epoch.ToSeconds(clock.GetUtcNow())).Inspect(parsed.RootElement);
            }
            catch (InvalidOperationException)
            {
                // A half of a surrogate pair, written as an escape in a name: grammatical JSON, but no text.
                findings.Warn("BadText", "$", "A text has an escape of half a character and is misread.", "Write texts as UTF-8.");
            }
        }

        if (utf8Json.Length > SegmentLimits.DocumentBytes)
        {
            findings.Warn("DocumentTooLarge", "$", string.Create(
                CultureInfo.InvariantCulture, $"The document has {utf8Json.Length} bytes; X-Ray documents a limit of {SegmentLimits.DocumentBytes}, and a datagram to the daemon holds no more."),
                "Send subsegments as independent documents, or put less into metadata.");
        }

        return findings.All;
    }

    private static string Explain(JsonException failure, ReadOnlySpan<byte> json)
    {
        if (json is [0xEF, 0xBB, 0xBF, ..])
        {
            return "The document starts with a byte order mark: leave it out.";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"The document is no JSON (line {(failure.LineNumber ?? 0) + 1}, byte {(failure.BytePositionInLine ?? 0) + 1}): correct it there.");
    }
}
