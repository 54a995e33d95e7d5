using System.Diagnostics;
using System.Text;

namespace XRayPS.Smoke.Tests;

/// <summary>What a run of the console left behind.</summary>
internal sealed record ConsoleRun(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines =>
        Output.Split(['\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- errors\n{Error}";
}

/// <summary>The console as a process of its own, with all three streams redirected.</summary>
internal sealed class ConsoleProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private ConsoleProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public static ConsoleRun Command(string text) => Run(null, "-NoLogo", "-NonInteractive", "-Command", text);

    public static ConsoleRun Run(string? input, params string[] arguments)
    {
        using ConsoleProcess console = Start(input, arguments);
        return console.WaitForEnd();
    }

    public static ConsoleProcess Start(string? input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Checkout.Root,
        };
        start.ArgumentList.Add(Checkout.Console);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string name in start.Environment.Keys.Where(IsAboutAws).ToList())
        {
            start.Environment.Remove(name);
        }

        ConsoleProcess console = new(new Process { StartInfo = start });
        console.process.OutputDataReceived += (_, line) => Append(console.output, line.Data);
        console.process.ErrorDataReceived += (_, line) => Append(console.error, line.Data);
        console.process.Start();
        console.process.BeginOutputReadLine();
        console.process.BeginErrorReadLine();
        if (input is not null)
        {
            console.process.StandardInput.Write(input);
            console.process.StandardInput.Close();
        }

        return console;
    }

    /// <summary>Waits until a text has come out.</summary>
    public void WaitForOutput(string text)
    {
        long start = Stopwatch.GetTimestamp();
        while (!Text(output).Contains(text, StringComparison.Ordinal))
        {
            Assert.False(process.HasExited, $"The console ended early: {Text(output)} {Text(error)}");
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"'{text}' did not come: {Text(output)}");
            Thread.Sleep(10);
        }
    }

    public ConsoleRun WaitForEnd()
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The console did not end: {Text(output)} {Text(error)}");
        }

        process.WaitForExit();
        return new ConsoleRun(process.ExitCode, Text(output), Text(error));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static bool IsAboutAws(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_STARTUP", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder builder, string? line)
    {
        if (line is not null)
        {
            lock (builder)
            {
                builder.Append(line).Append('\n');
            }
        }
    }

    private static string Text(StringBuilder builder)
    {
        lock (builder)
        {
            return builder.ToString();
        }
    }
}
