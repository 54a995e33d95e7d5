namespace XRayPS.Help.Pages;

/// <summary>A heading and the Markdown under it, up to the next heading of the same level or above.</summary>
/// <param name="Heading">The heading's text.</param>
/// <param name="Body">The Markdown before the first inner heading, without blank lines around it.</param>
/// <param name="Line">The heading's line, from 1.</param>
public sealed record Section(string Heading, string Body, int Line)
{
    /// <summary>The sections one level below.</summary>
    public List<Section> Inner { get; } = [];

    /// <summary>
    /// The sections of a level and, in each, those of the next. A line that starts with a number sign inside a code block is
    /// no heading.
    /// </summary>
    /// <param name="markdown">The text.</param>
    public static Section Split(string markdown)
    {
        List<(int Level, string Text, int Line, List<string> Body)> parts = [(0, "", 1, [])];
        bool code = false;
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index];
            code ^= line.StartsWith("```", StringComparison.Ordinal);
            int level = code ? 0 : line.TakeWhile(character => character == '#').Count();
            if (level is >= 1 and <= 3 && line.Length > level && line[level] == ' ')
            {
                parts.Add((level, line[(level + 1)..].Trim(), index + 1, []));
            }
            else
            {
                parts[^1].Body.Add(line);
            }
        }

        if (code)
        {
            throw new PageException(lines.Length, "A code block is not closed.");
        }

        Stack<(int Level, Section Section)> open = new();
        open.Push((0, new Section("", Trim(parts[0].Body), 1)));
        foreach ((int level, string text, int line, List<string> body) in parts.Skip(1))
        {
            while (open.Peek().Level >= level)
            {
                open.Pop();
            }

            Section section = new(text, Trim(body), line);
            open.Peek().Section.Inner.Add(section);
            open.Push((level, section));
        }

        return open.Last().Section;
    }

    private static string Trim(List<string> lines) => string.Join('\n', lines).Trim('\n', ' ');
}
