using System.Management.Automation;
using System.Management.Automation.Runspaces;
using XRayPS.Console.Hosting;

namespace XRayPS.Console.Engine;

/// <summary>Writes the error that ended a command, in the same view as errors on the way.</summary>
internal static class ErrorReport
{
    /// <summary>Writes an error.</summary>
    /// <param name="runspace">The runspace, which must be idle.</param>
    /// <param name="ui">Where it is written.</param>
    /// <param name="error">The error.</param>
    public static void Write(Runspace runspace, ConsoleUserInterface ui, RuntimeException error)
    {
        if (error is IncompleteParseException)
        {
            // The engine has no view of it: it expects a prompt to ask for more.
            ui.WriteErrorLine("ParserError: " + error.Message);
            return;
        }

        // An error that is written anew would forget where it came from; an object that is shown does not.
        using PowerShell shell = PowerShell.Create(runspace);
        ui.WritesErrors = true;
        try
        {
            shell.AddCommand("Out-Default").Invoke(new[] { error.ErrorRecord });
        }
        finally
        {
            ui.WritesErrors = false;
        }
    }
}
