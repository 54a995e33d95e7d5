using System.Management.Automation;
using System.Runtime.InteropServices;
using XRayPS.Console.Hosting;
using XRayPS.Console.LineEditor;

namespace XRayPS.Console.Engine;

/// <summary>The prompt: reads an entry, runs it, and again, until <c>exit</c> or Ctrl+D.</summary>
internal sealed class Repl : IDisposable
{
    private readonly Shell shell;
    private readonly Screen screen;
    private readonly SystemTerminal terminal;
    private readonly HistoryFile? file = HistoryFile.ForUser();
    private readonly History history;
    private readonly Editor editor;
    private readonly PosixSignalRegistration? resized;
    private volatile bool isReading;

    /// <summary>Prepares the prompt.</summary>
    /// <param name="shell">The engine.</param>
    /// <param name="screen">The terminal.</param>
    public Repl(Shell shell, Screen screen)
    {
        this.shell = shell;
        this.screen = screen;
        terminal = new SystemTerminal(screen);
        history = new History(file?.Read() ?? []);
        editor = new Editor(terminal, history, new Language(shell.Runspace).Services);
        resized = OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => editor.Repaint());
    }

    /// <summary>Reads and runs until the user leaves.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        while (shell.Host.ExitCode is null)
        {
            LineResult line = ReadEntry();
            if (line.End == LineEnd.Left)
            {
                return ExitCodes.Success;
            }

            if (line.End == LineEnd.Cancelled || string.IsNullOrWhiteSpace(line.Text))
            {
                continue;
            }

            if (history.Add(line.Text))
            {
                file?.Append(line.Text);
            }

            shell.Run(line.Text);
        }

        return shell.Host.ExitCode.Value;
    }

    /// <summary>Reads the answer to a question while a command runs; Ctrl+C stops the command.</summary>
    /// <param name="question">What stands before the answer.</param>
    /// <param name="isSecret">Whether stars are shown.</param>
    /// <returns>The answer, or null at the end of the input.</returns>
    public string? ReadAnswer(string question, bool isSecret)
    {
        EditorServices services = isSecret ? new() { Show = text => new string('*', text.Length) } : new();
        LineResult line = ReadWith(new Editor(terminal, new History([]), services), question);
        if (line.End == LineEnd.Cancelled)
        {
            shell.Stop();
            throw new PipelineStoppedException();
        }

        return line.End == LineEnd.Left ? null : line.Text;
    }

    /// <summary>
    /// Ends the process when it waits for a key, which nothing can interrupt; does nothing while a command runs. May be
    /// called from any thread.
    /// </summary>
    /// <param name="exitCode">The exit code.</param>
    public void LeaveWhileReading(int exitCode)
    {
        if (isReading)
        {
            terminal.Write("\r\n" + Ansi.PasteMarksOff);
            shell.Dispose();
            Environment.Exit(exitCode);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => resized?.Dispose();

    private LineResult ReadEntry()
    {
        string prompt = Prompt();
        int lastLine = prompt.LastIndexOf('\n') + 1;
        screen.Write((screen.AtLineStart ? "" : "\n") + prompt[..lastLine]);
        return ReadWith(editor, prompt[lastLine..]);
    }

    private LineResult ReadWith(Editor reader, string prompt)
    {
        // While one types, Ctrl+C is a key and no signal, and what is pasted is told from what is typed.
        System.Console.TreatControlCAsInput = true;
        terminal.Write(Ansi.PasteMarksOn);
        isReading = true;
        try
        {
            return reader.Read(prompt);
        }
        finally
        {
            isReading = false;
            terminal.Write(Ansi.PasteMarksOff);
            System.Console.TreatControlCAsInput = false;
        }
    }

    private string Prompt()
    {
        const string fallback = "PS> ";
        try
        {
            string text = string.Concat(shell.Evaluate("prompt").Select(part => part?.ToString()));
            return text.Length > 0 ? text.ReplaceLineEndings("\n") : fallback;
        }
        catch (RuntimeException)
        {
            return fallback;
        }
    }
}
