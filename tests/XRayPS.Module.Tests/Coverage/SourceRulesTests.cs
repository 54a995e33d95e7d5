using System.Text.RegularExpressions;
using XRayPS.Module.Tests.Formatting;

namespace XRayPS.Module.Tests.Coverage;

/// <summary>Rules of the house that a reader of the source can check.</summary>
public partial class SourceRulesTests
{
    private static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src", "XRayPS"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [Fact]
    public void Error_records_are_built_in_one_place()
    {
        string[] elsewhere = [.. Sources
            .Where(file => !file.EndsWith("Errors/ErrorRecords.cs", StringComparison.Ordinal))
            .Where(file => NewRecord().IsMatch(File.ReadAllText(file)))];

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Load_contexts_are_named_in_Loading_only()
    {
        string[] elsewhere = [.. Sources
            .Where(file => !file.Contains("/Loading/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("AssemblyLoadContext", StringComparison.Ordinal))];

        Assert.Empty(elsewhere);
    }

    [GeneratedRegex(@"new\s+ErrorRecord\s*\(")]
    private static partial Regex NewRecord();
}
