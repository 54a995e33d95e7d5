namespace XRayPS.Console.LineEditor;

/// <summary>What of a pasted text goes into the line.</summary>
internal static class PastedText
{
    /// <summary>The text with plain line breaks and without what a terminal would take for commands.</summary>
    /// <param name="text">The text.</param>
    public static string Clean(string text)
    {
        string plain = text.Replace("\r\n", "\n").Replace('\r', '\n').Replace("\t", "    ").TrimEnd('\n');
        return string.Concat(plain.Where(c => c == '\n' || !char.IsControl(c)));
    }
}
