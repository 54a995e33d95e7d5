using System.Text.RegularExpressions;

namespace XRayPS.Console.LineEditor;

/// <summary>The few ANSI sequences that the editor draws with.</summary>
internal static partial class Ansi
{
    /// <summary>Clears from the cursor to the end of the screen.</summary>
    public const string ClearBelow = "\u001b[J";

    /// <summary>Clears the screen and goes to its first cell.</summary>
    public const string ClearScreen = "\u001b[H\u001b[2J";

    /// <summary>Asks the terminal to mark what is pasted.</summary>
    public const string PasteMarksOn = "\u001b[?2004h";

    /// <summary>Ends that.</summary>
    public const string PasteMarksOff = "\u001b[?2004l";

    /// <summary>Goes up by rows.</summary>
    /// <param name="rows">The rows; 0 stays.</param>
    public static string Up(int rows) => rows > 0 ? FormattableString.Invariant($"\u001b[{rows}A") : "";

    /// <summary>Goes to the start of the row and right by columns.</summary>
    /// <param name="columns">The columns; 0 stays.</param>
    public static string Column(int columns) =>
        columns > 0 ? FormattableString.Invariant($"\r\u001b[{columns}C") : "\r";

    /// <summary>The text without sequences.</summary>
    /// <param name="text">The text.</param>
    public static string Strip(string text) => Sequence().Replace(text, "");

    [GeneratedRegex("\u001b(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)|[@-Z\\\\-_])")]
    private static partial Regex Sequence();
}
