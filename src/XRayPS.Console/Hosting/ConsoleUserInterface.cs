using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace XRayPS.Console.Hosting;

/// <summary>Writes what the engine has to say, each kind where pwsh writes it, and asks what it has to ask.</summary>
/// <param name="screen">The streams.</param>
/// <param name="progress">The progress line.</param>
/// <param name="questions">How the user is asked.</param>
public sealed class ConsoleUserInterface(Screen screen, ProgressLine progress, Questions questions)
    : PSHostUserInterface
{
    private readonly ConsoleRawUserInterface raw = new(screen);

    /// <summary>Whether lines are part of an error that is being shown.</summary>
    public bool WritesErrors { get; set; }

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI => raw;

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => screen.OutputIsTerminal;

    /// <inheritdoc/>
    public override void Write(string value) => screen.Write(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        screen.Write(Colored(PSStyle.Instance.Foreground.FromConsoleColor(foregroundColor), value));

    /// <inheritdoc/>
    public override void WriteLine() => screen.Write("\n");

    /// <inheritdoc/>
    public override void WriteLine(string value)
    {
        if (WritesErrors)
        {
            screen.WriteErrorLine(value);
            return;
        }

        screen.WriteLine(value);
    }

    /// <inheritdoc/>
    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        screen.WriteLine(Colored(PSStyle.Instance.Foreground.FromConsoleColor(foregroundColor), value));

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => screen.WriteErrorLine(value);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) =>
        screen.WriteLine(Colored(PSStyle.Instance.Formatting.Warning, "WARNING: " + message));

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) =>
        screen.WriteLine(Colored(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message));

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) =>
        screen.WriteLine(Colored(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message));

    /// <inheritdoc/>
    public override void WriteInformation(InformationRecord record)
    {
        // What is meant for the host arrives through Write; the rest is for those who collect the stream.
    }

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => progress.Report(sourceId, record);

    /// <inheritdoc/>
    public override string ReadLine() => questions.ReadLine("");

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => questions.ReadSecret("");

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        questions.AskFields(caption, message, descriptions);

    /// <inheritdoc/>
    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        questions.AskChoice(caption, message, choices, defaultChoice);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        questions.AskCredential(caption, message, userName);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        questions.AskCredential(caption, message, userName);

    private static string Colored(string color, string text) => color + text + PSStyle.Instance.Reset;
}
