using System.Text;
using XRayPS.Console.Hosting;

namespace XRayPS.Console.LineEditor;

/// <summary>The terminal that the process was started in.</summary>
/// <param name="screen">Where it writes.</param>
internal sealed class SystemTerminal(Screen screen) : ITerminal
{
    private const string PasteStart = "[200~";
    private const string PasteEnd = "\u001b[201~";
    private readonly Queue<ConsoleKeyInfo> ahead = new();

    /// <inheritdoc/>
    public int Columns => screen.Width;

    /// <inheritdoc/>
    public int Rows => screen.Height;

    /// <inheritdoc/>
    public void Write(string text) => screen.WriteRaw(text);

    /// <inheritdoc/>
    public KeyInput Read()
    {
        ConsoleKeyInfo key = ahead.Count > 0 ? ahead.Dequeue() : System.Console.ReadKey(intercept: true);
        if (!StartsSequence(key))
        {
            return new KeyInput(key);
        }

        return IsPasteStart(key) ? new KeyInput(key, ReadPasted()) : new KeyInput(key);
    }

    private static bool StartsSequence(ConsoleKeyInfo key) =>
        (key.KeyChar == '\u001b' || (key.Modifiers == ConsoleModifiers.Alt && key.KeyChar == '['))
        && System.Console.KeyAvailable;

    // .NET knows no marks of pasted text: they come as their single characters.
    private bool IsPasteStart(ConsoleKeyInfo first)
    {
        int matched = first.KeyChar == '[' ? 1 : 0;
        while (matched < PasteStart.Length && System.Console.KeyAvailable)
        {
            ConsoleKeyInfo key = System.Console.ReadKey(intercept: true);
            ahead.Enqueue(key);
            if (key.KeyChar != PasteStart[matched])
            {
                return false;
            }

            matched++;
        }

        if (matched < PasteStart.Length)
        {
            return false;
        }

        ahead.Clear();
        return true;
    }

    private static string ReadPasted()
    {
        StringBuilder text = new();
        while (!text.ToString(Math.Max(0, text.Length - PasteEnd.Length), Math.Min(text.Length, PasteEnd.Length))
            .Equals(PasteEnd, StringComparison.Ordinal))
        {
            ConsoleKeyInfo key = System.Console.ReadKey(intercept: true);
            if (key.Modifiers.HasFlag(ConsoleModifiers.Alt) && key.KeyChar != '\u001b')
            {
                text.Append('\u001b');
            }

            text.Append(key.Key == ConsoleKey.Enter ? '\n' : key.KeyChar);
        }

        return text.ToString(0, text.Length - PasteEnd.Length);
    }
}
