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
                exception.Stack = Frames(lines.AsEnumerable().Reverse(), PythonFrame());
                break;
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
        foreach (string line in lines)
        {
            if (!line.StartsWith("Caused by: ", StringComparison.Ordinal))
            {
                own.Add(line);
                continue;
            }

            chain[^1].Stack = Frames(own, JavaFrame());
            own.Clear();
            string[] parts = line["Caused by: ".Length..].Split(": ", 2);
            SegmentException cause = new()
            {
                Id = SegmentId.Derive(exception.Id ?? "", line, chain.Count.ToString(CultureInfo.InvariantCulture)),
                Type = parts[0],
                Message = parts.Length > 1 ? parts[1] : null,
                Remote = exception.Remote,
            };
            chain[^1].Cause = cause.Id;
            chain.Add(cause);
        }

        chain[^1].Stack = Frames(own, JavaFrame());
        return chain;
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
