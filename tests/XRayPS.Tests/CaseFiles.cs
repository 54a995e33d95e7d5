using System.Text.Json;

namespace XRayPS.Tests;

/// <summary>The files under tests/Cases.</summary>
internal static class CaseFiles
{
    private static readonly string Root = FindRoot();

    /// <summary>A file's path.</summary>
    internal static string Path(params string[] parts) => System.IO.Path.Combine([Root, "tests", "Cases", .. parts]);

    /// <summary>A JSON file.</summary>
    internal static JsonElement Json(params string[] parts)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllBytes(Path(parts)), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.Clone();
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "XRayPS.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
