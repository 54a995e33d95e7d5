using System.Management.Automation;
using XRayPS.Analysis;
using XRayPS.Completion;
using XRayPS.Core.Analysis;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Compares two traces step by step, or two sets of traces by what is more than chance.</summary>
[Cmdlet(VerbsData.Compare, "XRayTrace")]
[OutputType(typeof(TraceSetComparison), typeof(TraceStepComparison))]
public sealed class CompareXRayTraceCommand : PSCmdlet
{
    private const string DefaultGrouping = "Operation";

    private TraceGroups? _groups;
    private TraceSetComparer? _sets;
    private PSObject? _first;

    /// <summary>The traces or summaries to compare with.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyCollection]
    public PSObject[] ReferenceObject { get; set; } = [];

    /// <summary>The traces or summaries that may differ.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] DifferenceObject { get; set; } = [];

    /// <summary>What sets are grouped by, as in Measure-XRayTrace.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(GroupingCompleter))]
    [ValidateNotNullOrEmpty]
    public object GroupBy { get; set; } = DefaultGrouping;

    /// <summary>Also what is about the same, and what is too small to tell.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!TraceGroups.TryRead(GroupBy, out _groups))
        {
            ThrowTerminatingError(ErrorRecords.UnknownGrouping(GroupBy));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PSObject input in DifferenceObject)
        {
            if (_sets is not null)
            {
                Add(input, _sets.AddDifference);
            }
            else if (_first is null)
            {
                _first = input;
            }
            else
            {
                BeginSets();
                Add(input, _sets!.AddDifference);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        bool byGroup = MyInvocation.BoundParameters.ContainsKey(nameof(GroupBy));
        if (_sets is null && !byGroup
            && ReferenceObject is [{ BaseObject: Trace before }] && _first is { BaseObject: Trace after })
        {
            WriteObject(
                TraceComparer.Compare(Timeline.Of(before), Timeline.Of(after))
                    .Where(step => IncludeEqual || step.Change != StepChange.Same),
                enumerateCollection: true);
            return;
        }

        if (_sets is null)
        {
            if (ReferenceObject is [{ BaseObject: TraceSummary }] && _first is { BaseObject: TraceSummary })
            {
                WriteWarning(
                    "Two summaries are too few to tell anything. Get-XRayTrace gives the traces, which are compared step by step.");
            }

            BeginSets();
        }

        WriteObject(
            _sets!.Build().Where(row => row.Group is null || IncludeEqual || row.IsSignificant), enumerateCollection: true);
    }

    /// <summary>Whether there are two traces or two sets shows when a second one comes: until then the first waits.</summary>
    private void BeginSets()
    {
        _sets = new TraceSetComparer(_groups!.Name);
        foreach (PSObject input in ReferenceObject)
        {
            Add(input, _sets.AddReference);
        }

        if (_first is not null)
        {
            Add(_first, _sets.AddDifference);
        }
    }

    private void Add(PSObject input, Action<TraceObservation, IEnumerable<TraceObservation>> add)
    {
        if (TraceGroups.SummaryOf(input) is not { } summary)
        {
            WriteError(ErrorRecords.NotATrace(input));
            return;
        }

        try
        {
            add(TraceObservation.Of(summary), _groups!.Observe(input)!);
        }
        catch (RuntimeException failure) when (failure is not PipelineStoppedException)
        {
            WriteError(ErrorRecords.GroupFailed(failure, input));
        }
    }
}
