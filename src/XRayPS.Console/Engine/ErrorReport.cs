using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace XRayPS.Console.Engine;

/// <summary>Writes the error that ended a command, in the same view as errors on the way.</summary>
internal static class ErrorReport
{
    private const string WriteError = "[CmdletBinding()] param($Record) $PSCmdlet.WriteError($Record)";

    /// <summary>Writes an error.</summary>
    /// <param name="runspace">The runspace, which must be idle.</param>
    /// <param name="ui">Where a parse error is written.</param>
    /// <param name="error">The error.</param>
    public static void Write(Runspace runspace, PSHostUserInterface ui, RuntimeException error)
    {
        if (error is ParseException parse)
        {
            WriteParseErrors(ui, parse);
            return;
        }

        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(WriteError)
            .AddParameter("Record", error.ErrorRecord)
            .AddParameter("ErrorAction", ActionPreference.Continue);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default").Invoke();
    }

    // The engine's view of parse errors needs commands that do not come with the engine.
    private static void WriteParseErrors(PSHostUserInterface ui, ParseException parse)
    {
        if (parse.Errors is not { Length: > 0 })
        {
            ui.WriteErrorLine("ParserError: " + parse.Message);
            return;
        }

        ui.WriteErrorLine("ParserError:");
        foreach (ParseError error in parse.Errors)
        {
            IScriptPosition start = error.Extent.StartScriptPosition;
            string number = FormattableString.Invariant($"{start.LineNumber,4}");
            string line = start.Line.TrimEnd('\r', '\n');
            int column = Math.Clamp(start.ColumnNumber - 1, 0, line.Length);
            int length = Math.Clamp(error.Extent.Text.Length, 1, Math.Max(1, line.Length - column));
            ui.WriteErrorLine($"{number} | {line}");
            ui.WriteErrorLine($"     | {new string(' ', column)}{new string('~', length)}");
            ui.WriteErrorLine($"     | {error.Message}");
        }
    }
}
