using System.Text.RegularExpressions;

namespace XRayPS.Module.Tests.Help;

/// <summary>A page of Markdown whose sections have tables.</summary>
internal sealed partial class AwsToolsPage
{
    private readonly Dictionary<string, List<string[]>> _tables = [];

    /// <summary>Reads a page.</summary>
    internal static AwsToolsPage Read(string path)
    {
        AwsToolsPage page = new();
        string section = "";
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
                page._tables[section] = [];
            }
            else if (line.StartsWith('|'))
            {
                page._tables[section].Add([.. Bar().Split(line).Skip(1).SkipLast(1).Select(static cell => cell.Trim().Replace(@"\|", "|", StringComparison.Ordinal))]);
            }
        }

        return page;
    }

    /// <summary>The rows of a section's table, without its head.</summary>
    internal IEnumerable<string[]> Rows(string section) => _tables[section].Skip(2);

    /// <summary>What stands in a cell as code.</summary>
    internal static string[] Code(string cell) => [.. CodeSpan().Matches(cell).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();
}
