using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace XRayPS.Core.Rendering.Report;

/// <summary>Settings for JSON in pages.</summary>
internal static class ReportJson
{
    /// <summary>
    /// For JSON that stands in the page itself: what could end its element or begin another, and the line separators that
    /// scripts stumble over, are escapes. Letters of all languages stay as they are.
    /// </summary>
    internal static JsonWriterOptions InPage { get; } = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    /// <summary>For JSON that is deflated and written in base 64: there is no markup that it could be taken for.</summary>
    internal static JsonWriterOptions Inside { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
