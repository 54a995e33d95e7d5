using System.Text.RegularExpressions;

namespace XRayPS.Core.Rendering;

/// <summary>
/// The colours of terminals that the project uses: the sixteen that follow the user's own theme. Colour never stands
/// alone; a word or a glyph says the same.
/// </summary>
public static partial class Style
{
    /// <summary>Ends a colour.</summary>
    public const string Reset = "\u001b[0m";

    /// <summary>What matters less: guides, kinds, addresses.</summary>
    public const string Dim = "\u001b[90m";

    /// <summary>Headings.</summary>
    public const string Heading = "\u001b[1m";

    /// <summary>Names of services.</summary>
    public const string Name = "\u001b[1;36m";

    private const string Ok = "\u001b[32m";
    private const string Error = "\u001b[33m";
    private const string Throttle = "\u001b[35m";
    private const string Fault = "\u001b[31m";

    /// <summary>The sequence of an outcome: green, yellow, magenta, red, as in X-Ray's own console.</summary>
    /// <param name="status">The outcome.</param>
    public static string Of(TraceStatus status) => status switch
    {
        TraceStatus.Error => Error,
        TraceStatus.Throttle => Throttle,
        TraceStatus.Fault => Fault,
        _ => Ok,
    };

    /// <summary>A text in a colour. A text without a visible character stays as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sequence">One of the sequences of this class.</param>
    public static string Paint(string text, string sequence) =>
        string.IsNullOrWhiteSpace(text) ? text : sequence + text + Reset;

    /// <summary>A text without colours.</summary>
    /// <param name="text">The text.</param>
    public static string Strip(string text) => Sequence().Replace(text, "");

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Sequence();
}
