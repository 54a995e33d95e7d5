using XRayPS.Help.Pages;
using XRayPS.Module.Tests.Formatting;

namespace XRayPS.Module.Tests.Help;

/// <summary>The pages of docs/en-US and the words that many of them share.</summary>
internal static class HelpPages
{
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "docs", "en-US");

    public static IReadOnlyList<string> Commands => [.. Directory.EnumerateFiles(Folder, "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => !name.StartsWith("about_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Topics => [.. Directory.EnumerateFiles(Folder, "about_*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Folder, name + ".md");

    public static string Text(string name) =>
        File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n") : "";

    public static CommandPage Read(string name)
    {
        string text = Text(name);
        return text.Length > 0 ? CommandPage.Parse(text) : new CommandPage { Name = name };
    }

    public static IReadOnlyDictionary<string, string> SharedWords { get; } = Section
        .Split(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "shared-parameters.md"))).Inner[0].Inner
        .ToDictionary(section => section.Heading.TrimStart('-'), section => section.Body);
}
