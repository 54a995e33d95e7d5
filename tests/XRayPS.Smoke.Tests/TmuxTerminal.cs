using System.Diagnostics;

namespace XRayPS.Smoke.Tests;

/// <summary>A real terminal with the console in it, on a tmux server of its own.</summary>
internal sealed class TmuxTerminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string server = $"xrayps-{Guid.NewGuid():N}";
    private readonly DirectoryInfo config = Directory.CreateTempSubdirectory("XRayPS config ");

    public TmuxTerminal(int columns, int rows, params string[] arguments)
    {
        string[] console = ["dotnet", Checkout.Console, .. arguments];
        string command = string.Join(' ', console.Select(a => $"'{a}'"));
        Tmux(
            "-u", "-f", "/dev/null", "new-session", "-d", "-s", "x", "-x", $"{columns}", "-y", $"{rows}",
            "-c", Checkout.Root, "-e", $"XDG_CONFIG_HOME={config.FullName}", "-e", "LC_ALL=C.UTF-8", "-e", "NO_COLOR=",
            $"{command}; echo \"ended with $?\"; cat");
    }

    public static bool IsThere { get; } = !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(f => File.Exists(Path.Combine(f, "tmux")));

    public string HistoryPath => Path.Combine(config.FullName, "XRayPS", "history.txt");

    /// <summary>What stands on the screen, without blanks at the ends.</summary>
    public string Screen => Tmux("capture-pane", "-p", "-t", "x").TrimEnd();

    /// <summary>The same with its colours.</summary>
    public string ColoredScreen => Tmux("capture-pane", "-e", "-p", "-t", "x").TrimEnd();

    public void Type(string text) => Tmux("send-keys", "-t", "x", "-l", "--", text);

    /// <summary>Presses keys, by tmux's names for them.</summary>
    public void Press(params string[] keys) => Tmux(["send-keys", "-t", "x", .. keys]);

    public void Enter(string line)
    {
        Type(line);
        Press("Enter");
    }

    public void Paste(string text)
    {
        Tmux("set-buffer", "--", text);
        Tmux("paste-buffer", "-p", "-t", "x");
    }

    public void Resize(int columns) => Tmux("resize-window", "-t", "x", "-x", $"{columns}");

    /// <summary>Waits until the screen looks as it should.</summary>
    public string WaitFor(Func<string, bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            string screen = Screen;
            if (condition(screen))
            {
                return screen;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"The screen did not come to be:\n{screen}");
            Thread.Sleep(20);
        }
    }

    public string WaitForEnd(string ending) => WaitFor(s => s.EndsWith(ending, StringComparison.Ordinal));

    public void Dispose()
    {
        Tmux("kill-server");
        config.Delete(recursive: true);
    }

    private string Tmux(params string[] arguments)
    {
        ProcessStartInfo start = new("tmux") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["-L", server, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("TMUX");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"tmux {string.Join(' ', arguments)}: {error}");
        return output;
    }
}
