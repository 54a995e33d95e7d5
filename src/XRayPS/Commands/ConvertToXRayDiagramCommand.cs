using System.Management.Automation;
using XRayPS.Core.Rendering.Diagram;
using XRayPS.Core.Rendering.Diagram.Svg;
using XRayPS.Diagrams;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Draws service graphs and traces as Mermaid, Graphviz or Svg.</summary>
[Cmdlet(VerbsData.ConvertTo, "XRayDiagram")]
[OutputType(typeof(string))]
public sealed class ConvertToXRayDiagramCommand : PSCmdlet
{
    private readonly GraphBuffer _graph = new();
    private readonly List<Trace> _traces = [];

    /// <summary>Nodes of service graphs, or traces.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Service", "Trace")]
    [ValidateNotNullOrEmpty]
    public object[] InputObject { get; set; } = [];

    /// <summary>The language of the diagram.</summary>
    [Parameter(Position = 1)]
    public DiagramFormat Format { get; set; } = DiagramFormat.Mermaid;

    /// <summary>Services and their calls, or the calls of each trace in the order of time.</summary>
    [Parameter]
    public DiagramKind Kind { get; set; } = DiagramKind.Map;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Kind == DiagramKind.Sequence && Format == DiagramFormat.Dot)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(
                "NoSequenceInDot", "Graphviz has no sequence diagrams: use -Format Mermaid or Svg.", Format));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object input in InputObject)
        {
            switch (input is PSObject wrapped ? wrapped.BaseObject : input)
            {
                case Service when Kind == DiagramKind.Sequence:
                    WriteError(ErrorRecords.NotDrawable("A service graph says nothing of the order of calls: pipe traces for a sequence.", input));
                    break;
                case Service node:
                    DrawGraph(_graph.Add(node));
                    break;
                case Trace trace when Kind == DiagramKind.Sequence:
                    DrawSequence(trace);
                    break;
                case Trace trace:
                    _traces.Add(trace);
                    break;
                case TraceSummary:
                    WriteError(ErrorRecords.NotDrawable("A summary has no segments: pipe it through Get-XRayTrace first.", input));
                    break;
                default:
                    WriteError(ErrorRecords.NotDrawable($"{input} is neither a node of a service graph nor a trace.", input));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        DrawGraph(_graph.Take());
        if (_traces.Count > 0)
        {
            WriteObject(Draw(DiagramGraph.Of(_traces)));
        }
    }

    private void DrawGraph(IReadOnlyList<Service> nodes)
    {
        if (nodes.Count > 0)
        {
            WriteObject(Draw(DiagramGraph.Of(nodes)));
        }
    }

    private void DrawSequence(Trace trace)
    {
        DiagramSequence sequence = DiagramSequence.Of(trace);
        WriteObject(Format == DiagramFormat.Svg ? SvgSequence.Render(sequence) : MermaidSequence.Render(sequence));
    }

    private string Draw(DiagramGraph graph) => Format switch
    {
        DiagramFormat.Dot => DotMap.Render(graph),
        DiagramFormat.Svg => SvgMap.Render(graph),
        _ => MermaidMap.Render(graph),
    };
}
