using XRayPS.Core.Analysis;

namespace XRayPS.Core.Rendering;

/// <summary>The characters of a waterfall: one set for terminals with Unicode, one for all others.</summary>
/// <param name="Tee">Before a child that others follow.</param>
/// <param name="Corner">Before the last child.</param>
/// <param name="Bar">Below a child that others follow.</param>
/// <param name="Self">A cell of a bar in which the entry itself worked.</param>
/// <param name="Waiting">A cell of a bar in which what it called worked.</param>
/// <param name="Open">A cell of the bar of an entry that has not ended.</param>
/// <param name="Critical">Marks the critical path.</param>
/// <param name="Times">Before a number of equal siblings.</param>
/// <param name="Cut">Stands for guides that did not fit.</param>
internal sealed record WaterfallGlyphs(
    string Tee, string Corner, string Bar, char Self, char Waiting, char Open, char Critical, string Times, string Cut)
{
    internal static WaterfallGlyphs Unicode { get; } = new("├─ ", "└─ ", "│  ", '█', '░', '▒', '●', "×", "… ");

    internal static WaterfallGlyphs Ascii { get; } = new("|- ", "`- ", "|  ", '#', '-', '~', '*', "x", "~ ");

    /// <summary>The glyph of work that has not ended.</summary>
    internal string InProgress => this == Ascii ? ">" : "▸";

    /// <summary>The glyph of an outcome, so that a waterfall reads without colour.</summary>
    internal string Of(TraceStatus status)
    {
        bool ascii = this == Ascii;
        return status switch
        {
            TraceStatus.Fault => ascii ? "X" : "✖",
            TraceStatus.Error => ascii ? "!" : "▲",
            TraceStatus.Throttle => ascii ? "T" : "◆",
            _ => ascii ? "+" : "✔",
        };
    }

    /// <summary>The glyph of an entry.</summary>
    internal string Of(TimelineEntry entry) =>
        entry.InProgress ? InProgress : Of(Documents.Outcome.Of(entry.Document));
}
