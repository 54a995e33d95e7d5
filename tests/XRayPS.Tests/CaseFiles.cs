using System.Text.Json;
using XRayPS.Tests.Support;

namespace XRayPS.Tests;

/// <summary>The files under tests/Cases, as they are or as JSON.</summary>
internal static class CaseFiles
{
    /// <summary>A file's path.</summary>
    internal static string Path(params string[] parts) => CaseFolder.File(parts);

    /// <summary>A JSON file.</summary>
    internal static JsonElement Json(params string[] parts)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllBytes(Path(parts)), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.Clone();
    }
}
