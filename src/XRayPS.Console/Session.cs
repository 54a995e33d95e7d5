using XRayPS.Console.Arguments;
using XRayPS.Console.Engine;
using XRayPS.Console.Hosting;
using XRayPS.Console.Tour;

namespace XRayPS.Console;

/// <summary>One run of the console, from opening the engine to the exit code.</summary>
internal sealed class Session
{
    private readonly ConsoleArguments arguments;
    private readonly Screen screen;
    private readonly Shell shell;

    private Session(ConsoleArguments arguments, Screen screen, Shell shell)
    {
        this.arguments = arguments;
        this.screen = screen;
        this.shell = shell;
    }

    /// <summary>Runs what the command line said.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="screen">The streams.</param>
    public static int Run(ConsoleArguments arguments, Screen screen)
    {
        if (arguments.WorkingDirectory is { } folder)
        {
            if (!Directory.Exists(folder))
            {
                screen.WriteErrorLine($"-WorkingDirectory: there is no folder '{folder}'.");
                return ExitCodes.BadUsage;
            }

            Directory.SetCurrentDirectory(folder);
        }

        if (arguments.File is { } file && !File.Exists(file))
        {
            screen.WriteErrorLine($"-File: there is no script '{file}'. For a command use -Command.");
            return ExitCodes.BadUsage;
        }

        if (ModuleLocation.Find(AppContext.BaseDirectory) is not { } manifest)
        {
            screen.WriteErrorLine("The XRayPS module is neither beside this program nor in out/XRayPS above it. "
                + "Build it with: dotnet build");
            return ExitCodes.InitFailure;
        }

        ProgressLine progress = new(screen, TimeProvider.System);
        Questions questions = new(screen, arguments.NonInteractive);
        ConsoleHost host = new(new ConsoleUserInterface(screen, progress, questions));
        using Shell shell = Shell.Open(host, progress);
        using Signals signals = new(shell);
        if (!shell.TryImport(manifest))
        {
            return ExitCodes.InitFailure;
        }

        int code = new Session(arguments, screen, shell).Run();
        return signals.IsEndAsked ? ExitCodes.Terminated : code;
    }

    private int Run()
    {
        bool hasScript = arguments.Command is not null || arguments.File is not null;
        bool reads = screen.IsInteractive && !arguments.NonInteractive;
        bool showsTour = arguments.Demo && !hasScript;
        if (arguments.Local && !new LocalStart(shell, screen).Start(arguments))
        {
            return shell.Host.ExitCode ?? ExitCodes.Failure;
        }

        int code = showsTour ? new DemoTour(shell, screen).Show() : hasScript || !reads ? RunScript() : 0;
        return shell.Host.ExitCode ?? code;
    }

    private int RunScript()
    {
        if (arguments.File is { } file)
        {
            RunResult result = shell.Run(ScriptFile.Line(Path.GetFullPath(file), arguments.FileArguments));
            bool exited = !result.Succeeded && !result.Stopped && !result.Threw;
            return exited ? shell.LastExitCode : result.ExitCode;
        }

        string text = arguments.Command is null || arguments.CommandIsStandardInput
            ? System.Console.In.ReadToEnd()
            : arguments.Command;
        return shell.Run(text).ExitCode;
    }
}
