using System.Management.Automation;
using XRayPS.Analysis;
using XRayPS.Completion;
using XRayPS.Core.Analysis;
using XRayPS.Errors;
using XRayPS.Filters;

namespace XRayPS.Commands;

/// <summary>Counts traces, their outcomes and response times by group, in memory that does not grow with their number.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "XRayTrace")]
[OutputType(typeof(TraceMeasurement))]
public sealed class MeasureXRayTraceCommand : PSCmdlet
{
    private TraceGroups? _groups;
    private TraceMeasure? _measure;

    /// <summary>What to group by: one of the names that completion offers, or a script block; without it, all together.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(GroupingCompleter))]
    [ValidateNotNullOrEmpty]
    public object? GroupBy { get; set; }

    /// <summary>Summaries or traces.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject?[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!TraceGroups.TryRead(GroupBy, out _groups))
        {
            ThrowTerminatingError(ErrorRecords.UnknownGrouping(GroupBy));
        }

        _measure = new TraceMeasure(_groups.Name);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PSObject? input in InputObject)
        {
            if (input?.BaseObject is TraceSummary summary)
            {
                SeenNames.Add(summary);
            }

            try
            {
                if (_groups!.Observe(input) is not { } observations)
                {
                    WriteError(ErrorRecords.NotATrace(input));
                    continue;
                }

                foreach (TraceObservation observation in observations)
                {
                    _measure!.Add(observation);
                }
            }
            catch (RuntimeException failure) when (failure is not PipelineStoppedException)
            {
                WriteError(ErrorRecords.GroupFailed(failure, input));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_measure!.IsCapped)
        {
            WriteWarning(
                $"There are more than {TraceMeasure.GroupLimit} groups; what came after them is counted as {TraceMeasure.Other}.");
        }

        WriteObject(_measure.Build(), enumerateCollection: true);
    }
}
