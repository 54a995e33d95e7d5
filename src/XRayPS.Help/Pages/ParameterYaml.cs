using System.Text;

namespace XRayPS.Help.Pages;

/// <summary>
/// The block of YAML under a parameter, in the order and form of Microsoft.PowerShell.PlatyPS 1.0. That form is fixed, so
/// it is read line by line.
/// </summary>
public static class ParameterYaml
{
    /// <summary>The facts as YAML, without fences.</summary>
    /// <param name="facts">The facts.</param>
    public static string Write(ParameterFacts facts)
    {
        StringBuilder yaml = new();
        yaml.Append("Type: ").Append(facts.Type).Append('\n');
        yaml.Append("DefaultValue: ").Append(Quote(facts.DefaultValue)).Append('\n');
        yaml.Append("SupportsWildcards: ").Append(Word(facts.SupportsWildcards)).Append('\n');
        WriteList(yaml, "Aliases", facts.Aliases);
        yaml.Append("ParameterSets:\n");
        foreach (SetFacts set in facts.ParameterSets)
        {
            yaml.Append("- Name: ").Append(set.Name).Append('\n');
            yaml.Append("  Position: ").Append(set.Position).Append('\n');
            yaml.Append("  IsRequired: ").Append(Word(set.IsRequired)).Append('\n');
            yaml.Append("  ValueFromPipeline: ").Append(Word(set.ValueFromPipeline)).Append('\n');
            yaml.Append("  ValueFromPipelineByPropertyName: ").Append(Word(set.ValueFromPipelineByPropertyName)).Append('\n');
            yaml.Append("  ValueFromRemainingArguments: ").Append(Word(set.ValueFromRemainingArguments)).Append('\n');
        }

        yaml.Append("DontShow: ").Append(Word(facts.DontShow)).Append('\n');
        WriteList(yaml, "AcceptedValues", facts.AcceptedValues);
        yaml.Append("HelpMessage: ").Append(Quote(facts.HelpMessage));
        return yaml.ToString();
    }

    /// <summary>The facts of a block.</summary>
    /// <param name="yaml">The block, without fences.</param>
    /// <param name="line">The line of the block, for messages.</param>
    public static ParameterFacts Read(string yaml, int line)
    {
        Dictionary<string, string> scalars = new(StringComparer.Ordinal);
        Dictionary<string, List<string>> lists = new(StringComparer.Ordinal);
        List<Dictionary<string, string>> sets = [];
        string key = "";
        foreach (string text in yaml.Split('\n').Where(text => text.Trim().Length > 0))
        {
            if (key == "ParameterSets" && (text.StartsWith("- ", StringComparison.Ordinal) || text[0] == ' '))
            {
                if (text[0] == '-')
                {
                    sets.Add(new Dictionary<string, string>(StringComparer.Ordinal));
                }

                (string name, string value) = Pair(text[2..], line);
                sets[^1][name] = value;
            }
            else if (text.StartsWith("- ", StringComparison.Ordinal))
            {
                lists[key].Add(Unquote(text[2..].Trim()));
            }
            else
            {
                (key, string value) = Pair(text, line);
                scalars[key] = value;
                lists[key] = [];
            }
        }

        return new ParameterFacts
        {
            Type = scalars.GetValueOrDefault("Type") ?? throw new PageException(line, "The block of YAML has no Type."),
            DefaultValue = scalars.GetValueOrDefault("DefaultValue", ""),
            SupportsWildcards = scalars.GetValueOrDefault("SupportsWildcards") == "true",
            Aliases = lists.GetValueOrDefault("Aliases", []),
            ParameterSets = [.. sets.Select(ReadSet)],
            DontShow = scalars.GetValueOrDefault("DontShow") == "true",
            AcceptedValues = lists.GetValueOrDefault("AcceptedValues", []),
            HelpMessage = scalars.GetValueOrDefault("HelpMessage", ""),
        };
    }

    private static SetFacts ReadSet(Dictionary<string, string> set) => new(
        set.GetValueOrDefault("Name", SetFacts.All),
        set.GetValueOrDefault("Position", "Named"),
        set.GetValueOrDefault("IsRequired") == "true",
        set.GetValueOrDefault("ValueFromPipeline") == "true",
        set.GetValueOrDefault("ValueFromPipelineByPropertyName") == "true",
        set.GetValueOrDefault("ValueFromRemainingArguments") == "true");

    private static (string Key, string Value) Pair(string text, int line)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? (text[..colon].Trim(), Unquote(text[(colon + 1)..].Trim()))
            : throw new PageException(line, $"'{text.Trim()}' is no line of a parameter's YAML.");
    }

    private static void WriteList(StringBuilder yaml, string name, IReadOnlyList<string> items)
    {
        yaml.Append(name).Append(items.Count == 0 ? ": []\n" : ":\n");
        foreach (string item in items)
        {
            yaml.Append("- ").Append(item).Append('\n');
        }
    }

    private static string Word(bool value) => value ? "true" : "false";

    // Plain words need no quotes; whatever YAML could read as something else gets them.
    private static string Quote(string text) => text.Length > 0 && text.All(character => char.IsLetterOrDigit(character) || character is ' ' or '.' or '-' or '_' or '/')
        && char.IsLetterOrDigit(text[0])
        ? text
        : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Unquote(string text) => text.Length >= 2 && text[0] == '\'' && text[^1] == '\''
        ? text[1..^1].Replace("''", "'", StringComparison.Ordinal)
        : text == "[]" ? "" : text;
}
