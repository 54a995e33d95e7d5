using System.Management.Automation;
using System.Management.Automation.Host;

namespace XRayPS.Console.Hosting;

/// <summary>The terminal's measures. What a stream of text cannot do is refused by name.</summary>
/// <param name="screen">The streams.</param>
public sealed class ConsoleRawUserInterface(Screen screen) : PSHostRawUserInterface
{
    /// <inheritdoc/>
    public override Size BufferSize
    {
        get => new(screen.Width, screen.Height);
        set => throw Refusal("resize the buffer");
    }

    /// <inheritdoc/>
    public override Size WindowSize
    {
        get => new(screen.Width, screen.Height);
        set => throw Refusal("resize the window");
    }

    /// <inheritdoc/>
    public override Size MaxWindowSize => WindowSize;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => WindowSize;

    /// <inheritdoc/>
    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw Refusal("move the window");
    }

    /// <inheritdoc/>
    public override Coordinates CursorPosition
    {
        get => new(0, 0);
        set => screen.Write(FormattableString.Invariant($"\u001b[{value.Y + 1};{value.X + 1}H"));
    }

    /// <inheritdoc/>
    public override int CursorSize { get; set; } = 25;

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    /// <inheritdoc/>
    public override bool KeyAvailable => screen.IsInteractive && System.Console.KeyAvailable;

    /// <inheritdoc/>
    public override string WindowTitle
    {
        get => "";
        set => screen.Write(screen.OutputIsTerminal ? $"\u001b]0;{value}\u0007" : "");
    }

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!screen.IsInteractive)
        {
            throw Refusal("read a key where the input is no terminal");
        }

        ConsoleKeyInfo key = System.Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            System.Console.ReadKey(intercept: true);
        }
    }

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Refusal("read the screen");

    /// <inheritdoc/>
    public override void ScrollBufferContents(
        Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw Refusal("scroll a part");

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) =>
        throw Refusal("draw cells");

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // Clear-Host asks for this with a rectangle of -1.
        if (rectangle.Left != -1)
        {
            throw Refusal("draw cells");
        }

        screen.Write("\u001b[H\u001b[2J");
    }

    private static PSNotSupportedException Refusal(string what) => new($"This console cannot {what}.");
}
