using System.Management.Automation;
using XRayPS.Console.Arguments;
using XRayPS.Console.Hosting;

namespace XRayPS.Console.Engine;

/// <summary>Starts the local X-Ray that the command line asks for, by the module's own cmdlet.</summary>
/// <param name="shell">The engine.</param>
/// <param name="screen">Where it is said that another port was taken.</param>
internal sealed class LocalStart(Shell shell, Screen screen)
{
    private const string Cmdlet = "Start-XRayLocalService";
    private const string PortInUse = "PortInUse";

    /// <summary>Starts it. An error is written.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>Whether it runs.</returns>
    public bool Start(ConsoleArguments arguments)
    {
        Dictionary<string, object> parameters = Parameters(arguments);
        try
        {
            shell.Call(Cmdlet, parameters);
            return true;
        }
        catch (RuntimeException e) when (MayMove(arguments, e))
        {
            // The first command that a newcomer types is to work wherever it is typed.
            return StartOnFreePorts(parameters);
        }
        catch (RuntimeException e)
        {
            shell.Report(e);
            return false;
        }
    }

    private static Dictionary<string, object> Parameters(ConsoleArguments arguments)
    {
        // What it says to a person would stand among the objects of a script.
        Dictionary<string, object> parameters = new() { ["InformationAction"] = ActionPreference.Ignore };
        if (arguments.Demo)
        {
            parameters["Demo"] = true;
        }

        if (arguments.Path is { } path)
        {
            parameters["Path"] = path;
        }

        if (arguments.Port is { } port)
        {
            parameters["Port"] = port;
        }

        if (arguments.DaemonPort is { } daemonPort)
        {
            parameters["DaemonPort"] = daemonPort;
        }

        if (arguments.RequestLimit is { } limit)
        {
            parameters["RequestLimit"] = limit;
        }

        return parameters;
    }

    private static bool MayMove(ConsoleArguments arguments, RuntimeException error) =>
        arguments is { Demo: true, Port: null, DaemonPort: null }
        && error.ErrorRecord.FullyQualifiedErrorId.StartsWith(PortInUse, StringComparison.Ordinal);

    private bool StartOnFreePorts(Dictionary<string, object> parameters)
    {
        parameters["Port"] = 0;
        parameters["DaemonPort"] = 0;
        try
        {
            shell.Call(Cmdlet, parameters);
            screen.WriteNote(
                "Port 2000 is taken; the local X-Ray took free ports instead (-Port and -DaemonPort choose).");
            return true;
        }
        catch (RuntimeException e)
        {
            shell.Report(e);
            return false;
        }
    }
}
