using System.Diagnostics;

namespace XRayPS.Bench.Support;

/// <summary>
/// A process whose lines are read as they come. Its memory and processor time are asked for again and again, since
/// nobody can ask when it has ended.
/// </summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Timer _watch;
    private long _peak;
    private long _busy;

    private Child(Process process)
    {
        _process = process;
        _watch = new Timer(_ => Look(), null, 0, 20);
    }

    /// <summary>The greatest resident memory that was seen, in MiB.</summary>
    internal double PeakMebibytes => Volatile.Read(ref _peak) / 1048576.0;

    /// <summary>Processor time of all its threads, in seconds, up to a fiftieth of a second before its end.</summary>
    internal double ProcessorSeconds => TimeSpan.FromTicks(Volatile.Read(ref _busy)).TotalSeconds;

    /// <summary>Seconds since the start.</summary>
    internal double Elapsed => Stopwatch.GetElapsedTime(_started).TotalSeconds;

    internal Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Starts a part of this program.</summary>
    internal static Child StartPart(params string[] arguments) => Start(Environment.ProcessPath!, arguments);

    internal static Child Start(
        string file, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Child(Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start."));
    }

    /// <summary>The next line, or null at the end.</summary>
    internal string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>The next line; an end is a failure.</summary>
    internal string Expect() =>
        ReadLine() ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended early.");

    /// <summary>Says a line and waits for the answer.</summary>
    internal string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        return Expect();
    }

    /// <summary>Waits for the end, which has to be a good one.</summary>
    internal void WaitForEnd()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} "
                + $"ended with {_process.ExitCode}.");
        }
    }

    public void Dispose()
    {
        _watch.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Look()
    {
        try
        {
            _process.Refresh();
            long peak = _process.PeakWorkingSet64;
            Volatile.Write(ref _busy, Math.Max(Volatile.Read(ref _busy), _process.TotalProcessorTime.Ticks));
            if (peak > Volatile.Read(ref _peak))
            {
                Volatile.Write(ref _peak, peak);
            }
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }
}
