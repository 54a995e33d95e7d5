using System.Management.Automation;
using XRayPS.Core.Analysis;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Compares two service graphs, and ends a deployment when the second is not acceptable.</summary>
[Cmdlet(VerbsData.Compare, "XRayServiceGraph")]
[OutputType(typeof(ServiceGraphComparison))]
public sealed class CompareXRayServiceGraphCommand : PSCmdlet
{
    private readonly List<Service> _difference = [];

    /// <summary>The nodes of the graph to compare with.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyCollection]
    public Service[] ReferenceObject { get; set; } = [];

    /// <summary>The nodes of the graph that may differ.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public Service[] DifferenceObject { get; set; } = [];

    /// <summary>What ends with an error when it holds for some node or edge.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public GraphCondition[] FailOn { get; set; } = [];

    /// <summary>How much larger the share of faults may be, 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FaultRateIncrease { get; set; } = 0.01;

    /// <summary>How much larger the share of failures of any kind may be, 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FailureRateIncrease { get; set; } = 0.01;

    /// <summary>By which share of itself a median or 95th percentile may grow; 0.2 is a fifth.</summary>
    [Parameter]
    [ValidateRange(0.0, 1000.0)]
    public double LatencyIncrease { get; set; } = 0.2;

    /// <summary>Also nodes and edges that fared about the same.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _difference.AddRange(DifferenceObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<ServiceGraphComparison> all = GraphComparer.Compare(ReferenceObject, _difference);
        foreach (ServiceGraphComparison comparison in all.Where(one => IncludeEqual || one.Change != GraphChange.Same))
        {
            WriteObject(comparison);
        }

        GraphGate gate = new(FailOn)
        {
            FaultRateIncrease = FaultRateIncrease,
            FailureRateIncrease = FailureRateIncrease,
            LatencyIncrease = LatencyIncrease,
        };
        string[] few = [.. all.Where(GraphGate.IsUndecided).Select(static one => one.Name)];
        if (gate.NeedsSamples && few.Length > 0)
        {
            WriteWarning(
                $"Too few requests ({Significance.LeastSample} on each side are needed) to decide on rates and times of: "
                + string.Join(", ", few) + ".");
        }

        (ServiceGraphComparison Where, GraphCondition[] What)[] broken =
            [.. all.Select(one => (one, gate.Broken(one).ToArray())).Where(static pair => pair.Item2.Length > 0)];
        if (broken.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.GraphNotAcceptable(
                [.. broken.Select(static pair => $"{string.Join(", ", pair.What)}: {pair.Where.Describe()}")],
                broken.Select(static pair => pair.Where).ToArray()));
        }
    }
}
