namespace XRayPS.Core.Rendering;

/// <summary>How a waterfall is drawn.</summary>
public sealed record WaterfallOptions
{
    /// <summary>Cells that a line may take.</summary>
    public required int Width { get; init; }

    /// <summary>Only characters that every terminal has.</summary>
    public bool Ascii { get; init; }

    /// <summary>Stacks, queries, annotations and links below each entry.</summary>
    public bool Detailed { get; init; }

    /// <summary>Whether equal siblings are put together on one line.</summary>
    public bool Fold { get; init; } = true;

    /// <summary>Whether the chain that made the trace as long as it is carries a mark.</summary>
    public bool MarkCriticalPath { get; init; } = true;

    /// <summary>Whether the last line says what the characters mean.</summary>
    public bool Legend { get; init; } = true;
}
