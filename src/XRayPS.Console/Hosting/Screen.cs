using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Text;

namespace XRayPS.Console.Hosting;

/// <summary>
/// The two streams that everything is written to. It knows what each of them is, keeps the progress line out of the
/// way of text, and remembers whether the cursor stands at the start of a line.
/// </summary>
public sealed class Screen : IDisposable
{
    /// <summary>The width of lines where the output is no terminal.</summary>
    public const int RedirectedWidth = 120;

    private const int UnknownTerminalWidth = 80;
    private readonly Lock gate = new();
    private readonly StreamWriter output;
    private readonly StreamWriter error;
    private string progress = "";

    /// <summary>Takes hold of the process's own streams, in UTF-8.</summary>
    public Screen()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        OutputIsTerminal = !System.Console.IsOutputRedirected && WindowsTerminal.TryEnable(isError: false);
        ErrorIsTerminal = !System.Console.IsErrorRedirected && WindowsTerminal.TryEnable(isError: true);
        output = new StreamWriter(System.Console.OpenStandardOutput(), utf8) { AutoFlush = true };
        error = new StreamWriter(System.Console.OpenStandardError(), utf8) { AutoFlush = true };
        if (!OperatingSystem.IsWindows() || OutputIsTerminal)
        {
            // What a script writes past the host goes the same way and in the same order.
            System.Console.SetOut(TextWriter.Synchronized(output));
            System.Console.SetError(TextWriter.Synchronized(error));
        }
    }

    /// <summary>Whether the output is a terminal that understands ANSI sequences.</summary>
    public bool OutputIsTerminal { get; }

    /// <summary>Whether errors go to a terminal that understands ANSI sequences.</summary>
    public bool ErrorIsTerminal { get; }

    /// <summary>Whether the user can be asked: the input and the output are a terminal.</summary>
    public bool IsInteractive => OutputIsTerminal && !System.Console.IsInputRedirected;

    /// <summary>Whether the last text on the output ended its line.</summary>
    public bool AtLineStart { get; private set; } = true;

    /// <summary>The columns of the output.</summary>
    public int Width => OutputIsTerminal ? TerminalWidth() : RedirectedWidth;

    /// <summary>The rows of the output.</summary>
    public int Height => OutputIsTerminal && System.Console.WindowHeight is > 0 and int rows ? rows : 50;

    /// <summary>Writes to the output; colours are left out where the output, or the user, does not want them.</summary>
    /// <param name="text">The text.</param>
    public void Write(string text)
    {
        string shown = PSHostUserInterface.GetOutputString(text, OutputIsTerminal);
        lock (gate)
        {
            EraseProgress();
            output.Write(shown);
            if (shown.Length > 0)
            {
                AtLineStart = shown[^1] == '\n';
            }
        }
    }

    /// <summary>Writes a line to the output.</summary>
    /// <param name="text">The line.</param>
    public void WriteLine(string text) => Write(text + "\n");

    /// <summary>Writes text for a terminal as it is: the line editor's own drawing.</summary>
    /// <param name="text">Text with ANSI sequences.</param>
    public void WriteRaw(string text)
    {
        lock (gate)
        {
            EraseProgress();
            output.Write(text);
            AtLineStart = true;
        }
    }

    /// <summary>Writes a line to the errors: coloured on a terminal, plain elsewhere.</summary>
    /// <param name="text">The line.</param>
    public void WriteErrorLine(string text) => WriteToErrors(PSStyle.Instance.Formatting.Error, text);

    /// <summary>
    /// Writes a line that is no error and no output either: beside the output, so that a pipe does not get it.
    /// </summary>
    /// <param name="text">The line.</param>
    public void WriteNote(string text) => WriteToErrors(PSStyle.Instance.Formatting.Warning, text);


    /// <summary>Shows a progress line, or none. It never lands in a pipe.</summary>
    /// <param name="text">One line, no wider than the terminal; empty to take it away.</param>
    public void ShowProgress(string text)
    {
        lock (gate)
        {
            if (!ErrorIsTerminal || text == progress)
            {
                return;
            }

            if (text.Length == 0)
            {
                EraseProgress();
                return;
            }

            if (progress.Length == 0 && !AtLineStart)
            {
                return;
            }

            error.Write("\r" + text + "\u001b[K");
            progress = text;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ShowProgress("");
        output.Flush();
        error.Flush();
    }

    private static int TerminalWidth()
    {
        try
        {
            return System.Console.WindowWidth is > 0 and int width ? width : UnknownTerminalWidth;
        }
        catch (IOException)
        {
            return UnknownTerminalWidth;
        }
    }

    private void WriteToErrors(string color, string text)
    {
        bool plain = !ErrorIsTerminal || PSStyle.Instance.OutputRendering == OutputRendering.PlainText;
        string shown = plain
            ? new StringDecorated(text).ToString(OutputRendering.PlainText)
            : color + text + PSStyle.Instance.Reset;
        lock (gate)
        {
            EraseProgress();
            if (!AtLineStart && OutputIsTerminal)
            {
                output.Write('\n');
            }

            AtLineStart = true;
            error.Write(shown + "\n");
        }
    }

    private void EraseProgress()
    {
        if (progress.Length > 0)
        {
            error.Write("\r\u001b[K");
            progress = "";
        }
    }
}
