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
    private readonly Signals signals;
    private readonly Questions questions;

    private Session(
        ConsoleArguments arguments, Screen screen, Shell shell, Signals signals, Questions questions)
    {
        this.arguments = arguments;
        this.screen = screen;
        this.shell = shell;
        this.signals = signals;
        this.questions = questions;
    }

    private bool HasScript => arguments.Command is not null || arguments.File is not null;

    private bool ShowsTour => arguments.Demo && !HasScript;

    // Whether there is someone to type: without, the standard input is a script unless another was given.
    private bool CanPrompt => screen.IsInteractive && !arguments.NonInteractive;

    /// <summary>Runs what the command line said.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="screen">The streams.</param>
    public static int Run(ConsoleArguments arguments, Screen screen)
    {
        if (Problem(arguments) is { } problem)
        {
            screen.WriteErrorLine(problem);
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

        int code = new Session(arguments, screen, shell, signals, questions).Run();
        return signals.IsEndAsked ? ExitCodes.Terminated : code;
    }

    private static string? Problem(ConsoleArguments arguments)
    {
        if (arguments.WorkingDirectory is { } folder)
        {
            if (!Directory.Exists(folder))
            {
                return $"-WorkingDirectory: there is no folder '{folder}'.";
            }

            Directory.SetCurrentDirectory(folder);
        }

        return arguments.File is { } file && !File.Exists(file)
            ? $"-File: there is no script '{file}'. For a command use -Command."
            : null;
    }

    private int Run()
    {
        using Repl? repl = CanPrompt ? new Repl(shell, screen) : null;
        if (repl is not null)
        {
            questions.Reader = repl.ReadAnswer;
            signals.EndAsked += () => repl.LeaveWhileReading(ExitCodes.Terminated);
        }

        if (arguments.Local && !new LocalStart(shell, screen).Start(arguments))
        {
            return ExitCodes.Failure;
        }

        int code = ShowsTour ? new DemoTour(shell, screen).Show() : RunScript();
        bool prompts = repl is not null && (!HasScript || arguments.NoExit);
        if (!prompts || shell.Host.ExitCode is not null || signals.IsEndAsked)
        {
            return shell.Host.ExitCode ?? code;
        }

        if (!arguments.NoLogo && !HasScript)
        {
            screen.WriteLine(ShowsTour ? Banner.AfterTour : Banner.Text);
        }

        return repl!.Run();
    }

    private int RunScript()
    {
        if (arguments.File is { } file)
        {
            RunResult result = shell.Run(ScriptFile.Line(Path.GetFullPath(file), arguments.FileArguments));

            // A script that ends by exit leaves $? false and its code behind; else its own end counts.
            bool exited = !result.Succeeded && !result.Stopped && !result.Threw;
            return exited ? shell.LastExitCode : result.ExitCode;
        }

        if (arguments.Command is null && CanPrompt)
        {
            return ExitCodes.Success;
        }

        bool isStandardInput = arguments.Command is null or "-";
        return shell.Run(isStandardInput ? System.Console.In.ReadToEnd() : arguments.Command!).ExitCode;
    }
}
