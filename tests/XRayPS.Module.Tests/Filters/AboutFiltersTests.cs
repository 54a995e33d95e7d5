using System.Text.RegularExpressions;
using XRayPS.Core.Filters;
using XRayPS.Module.Tests.Help;

namespace XRayPS.Module.Tests.Filters;

/// <summary>The help topic says what the vocabulary says, and its expressions are valid.</summary>
public sealed partial class AboutFiltersTests
{
    private static string Page => HelpPages.Text("about_XRayPS_Filters");

    public static TheoryData<string> Keywords => [.. Vocabulary.Keywords.Select(keyword => keyword.Name)];

    public static TheoryData<string> Expressions =>
        [.. FilterBlock().Matches(Page).SelectMany(block => block.Groups["code"].Value.Split('\n'))];

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Every_keyword_is_explained(string name) =>
        Assert.Contains($"| `{name}` | {Vocabulary.Find(name)!.Summary} |", Page);

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Every_expression_is_valid(string expression) =>
        Assert.True(Filter.TryParse(expression, out _, out FilterError? error), error?.Render());

    [GeneratedRegex("^```filter\n(?<code>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FilterBlock();
}
