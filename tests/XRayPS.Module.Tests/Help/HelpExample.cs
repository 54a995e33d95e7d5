using System.Text.RegularExpressions;
using XRayPS.Help.Pages;

namespace XRayPS.Module.Tests.Help;

/// <summary>
/// An example of a page as a script. Words after <c>powershell</c> on the fence of its code say what it needs:
/// <c>needs=aws</c> an account, <c>needs=pwsh</c> cmdlets that ship with PowerShell 7 and not with its engine,
/// <c>needs=ports</c> fixed ports; <c>quiet</c> says that it may emit nothing.
/// </summary>
/// <param name="Command">The page's command.</param>
/// <param name="Title">The example's title.</param>
/// <param name="Script">The code blocks, one after the other.</param>
/// <param name="Marks">The words on the fences.</param>
internal sealed partial record HelpExample(string Command, string Title, string Script, IReadOnlySet<string> Marks)
{
    public static readonly IReadOnlySet<string> KnownMarks =
        new HashSet<string> { "needs=aws", "needs=pwsh", "needs=ports", "quiet" };

    public bool Runs => !Marks.Any(mark => mark.StartsWith("needs=", StringComparison.Ordinal));

    public static IEnumerable<HelpExample> Of(string command) => HelpPages.Read(command).Examples.Select(section => Read(command, section));

    private static HelpExample Read(string command, Section section)
    {
        MatchCollection blocks = PowerShellBlock().Matches(section.Body);
        return new HelpExample(
            command,
            section.Heading,
            string.Join('\n', blocks.Select(block => block.Groups["code"].Value)),
            blocks.SelectMany(block => block.Groups["marks"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet());
    }

    [GeneratedRegex(@"^```powershell(?<marks>[^\n]*)\n(?<code>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex PowerShellBlock();
}
