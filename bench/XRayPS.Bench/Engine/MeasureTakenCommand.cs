using System.Diagnostics;
using System.Management.Automation;
using XRayPS.Bench.Peers;

namespace XRayPS.Bench.Engine;

/// <summary>The cheapest end of a pipeline: counts what comes and forgets it.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Taken")]
public sealed class MeasureTakenCommand : PSCmdlet
{
    private static bool s_said;
    private long _start;
    private double _first;
    private long _count;
    private object? _last;

    /// <summary>What comes.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _start = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_count++ == 0)
        {
            _first = Stopwatch.GetElapsedTime(_start).TotalSeconds;
            if (!s_said)
            {
                s_said = true;
                Console.WriteLine("first");
            }
        }

        _last = InputObject;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        double seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        PassLine.Write(_count, $"{PSObject.AsPSObject(_last).Properties["Id"].Value}", seconds, _first);
    }
}
