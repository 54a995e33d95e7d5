using System.Globalization;
using System.Text.RegularExpressions;
using XRayPS.Core.Documents;

namespace XRayPS.Core.Otlp;

/// <summary>
/// Stack traces as OpenTelemetry has them, one text in the language's own form, as frames. A form that is not known leaves
/// the exception without a stack; nothing here fails.
/// </summary>
internal static partial class StackTraces
{
    private const int MaxFrames = 200;

    /// <summary>The exception with its stack, then those that caused it where the language writes them down.</summary>
    internal static IReadOnlyList<SegmentException> Fill(SegmentException exception, string text, string? language)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        switch (language)
        {
            case "java" or "php":
                return FillJava(exception, lines);
            case "python":
                return FillPython(exception, lines);
            case "javascript" or "nodejs" or "webjs":
                exception.Stack = Frames(lines, ScriptFrame());
                break;
            case "dotnet":
                exception.Stack = Frames(lines, DotnetFrame());
                break;
            case "go":
                exception.Stack = GoFrames(lines);
                break;
        }

        return [exception];
    }

    private static List<SegmentException> FillJava(SegmentException exception, string[] lines)
    {
        List<SegmentException> chain = [exception];
        List<string> own = [];
        bool inMessage = false;
        foreach (string line in lines)
        {
            if (!line.StartsWith("Caused by: ", StringComparison.Ordinal))
            {
                // A message may have several lines; it ends where the frames begin.
                inMessage = inMessage && !JavaFrame().IsMatch(line) && !line.StartsWith("\t...", StringComparison.Ordinal);
                if (inMessage && line.Length > 0)
                {
                    chain[^1].Message += "\n" + line;
                }

                own.Add(line);
                continue;
            }

            chain[^1].Stack = Frames(own, JavaFrame());
            own.Clear();
            Add(chain, line["Caused by: ".Length..]);
            inMessage = true;
        }

        chain[^1].Stack = Frames(own, JavaFrame());
        return chain;
    }

    /// <summary>
    /// Python writes what came first first, each traceback with the exception under it, and between them how they hang
    /// together; and in each the outermost frame first.
    /// </summary>
    private static List<SegmentException> FillPython(SegmentException exception, string[] lines)
    {
        List<List<string>> parts = [[]];
        foreach (string line in lines)
        {
            if (line is "During handling of the above exception, another exception occurred:"
                or "The above exception was the direct cause of the following exception:")
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(line);
            }
        }

        parts.Reverse();
        List<SegmentException> chain = [exception];
        foreach (List<string> part in parts)
        {
            if (part != parts[0])
            {
                // Under the last frame stand its line of code, perhaps with marks below, and then the exception.
                IEnumerable<string> text = part.Skip(part.FindLastIndex(static line => line.StartsWith("  ", StringComparison.Ordinal)) + 1);
                Add(chain, string.Join('\n', text.SkipWhile(static line => line.Length == 0)).TrimEnd());
            }

            chain[^1].Stack = Frames(part.AsEnumerable().Reverse(), PythonFrame());
        }

        return chain;
    }

    /// <summary>Adds what caused the last exception, from a text such as <c>ValueError: no number</c>.</summary>
    private static void Add(List<SegmentException> chain, string text)
    {
        string[] parts = text.Split(':', 2);
        SegmentException cause = new()
        {
            Id = SegmentId.Derive(chain[0].Id ?? "", text, chain.Count.ToString(CultureInfo.InvariantCulture)),
            Type = parts[0],
            Message = parts.Length > 1 ? parts[1].TrimStart() : null,
            Remote = chain[0].Remote,
        };
        chain[^1].Cause = cause.Id;
        chain.Add(cause);
    }

    private static RecordList<SegmentStackFrame>? Frames(IEnumerable<string> lines, Regex form)
    {
        RecordList<SegmentStackFrame> frames = [];
        foreach (string line in lines)
        {
            if (frames.Count < MaxFrames && form.Match(line) is { Success: true } match)
            {
                frames.Add(new SegmentStackFrame
                {
                    Label = match.Groups["label"].Value.Trim(),
                    Path = match.Groups["path"].Value,
                    Line = int.TryParse(match.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0,
                });
            }
        }

        return frames.Count > 0 ? frames : null;
    }

    /// <summary>Go writes the function on one line and its place on the next.</summary>
    private static RecordList<SegmentStackFrame>? GoFrames(string[] lines)
    {
        List<string> joined = [];
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('\t'))
            {
                joined.Add(lines[i - 1] + lines[i]);
            }
        }

        return Frames(joined, GoFrame());
    }

    [GeneratedRegex(@"^\s*at (?:[^(]*/)?(?<label>[^(]+)\((?<path>[^():]*)(?::(?<line>\d+))?\)$", RegexOptions.NonBacktracking)]
    private static partial Regex JavaFrame();

    [GeneratedRegex(@"^  File ""(?<path>[^""]*)"", line (?<line>\d+)(?:, in (?<label>.*))?$", RegexOptions.NonBacktracking)]
    private static partial Regex PythonFrame();

    [GeneratedRegex(@"^\s+at (?:(?<label>[^(]*) )?\(?(?<path>[^()]*?)(?::(?<line>\d+))?(?::\d+)?\)?$", RegexOptions.NonBacktracking)]
    private static partial Regex ScriptFrame();

    [GeneratedRegex(@"^\s*at (?<label>.*?\))(?: in (?<path>.*?)(?::line (?<line>\d+))?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex DotnetFrame();

    [GeneratedRegex(@"^(?<label>[^\t]*)\t(?<path>[^\t]*?):(?<line>\d+)(?: \+0x[0-9a-f]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex GoFrame();
}
