using System.Buffers;
using System.Text;
using System.Text.Json;
using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Rendering.Diagram;
using XRayPS.Core.Rendering.Diagram.Svg;

namespace XRayPS.Core.Rendering.Report;

/// <summary>
/// Writes traces as one page of HTML that needs nothing else. Documents are written as traces come; the map and the table,
/// which need all traces, stand at the end. The graph and the summaries are those that the service would answer.
/// </summary>
public sealed class ReportWriter
{
    private readonly TextWriter _page;
    private readonly string _title;
    private readonly GraphFold _graph = new(GraphScope.Service);
    private readonly ReportIndex _index = new();
    private readonly List<byte[]> _blocks = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private TraceBlock _block = new();
    private (int Block, IReadOnlyList<IReadOnlyList<string>> Traces) _unpacked = (-1, []);

    /// <summary>Begins a page.</summary>
    /// <param name="page">Where it is written to; it stays open.</param>
    /// <param name="title">The title; any text.</param>
    public ReportWriter(TextWriter page, string title)
    {
        _page = page;
        _title = title;
        ReportPage.WriteHead(page, title);
    }

    /// <summary>Number of traces so far.</summary>
    public int Count => _index.Count;

    /// <summary>Adds a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>False when a trace of this id is there already; it is not added twice.</returns>
    public bool Add(Trace trace)
    {
        if (!_seen.Add(trace.Id ?? ""))
        {
            return false;
        }

        AssembledTrace assembled = TraceAssembly.Assemble(trace);
        TraceObservations observations = TraceObservations.Of(assembled);
        _graph.Add(observations);
        _index.Add(assembled, observations, trace.Segments.Count, _blocks.Count, _block.Count);
        _block.Add(trace);
        if (_block.IsFull)
        {
            FlushBlock();
        }

        return true;
    }

    /// <summary>Ends the page.</summary>
    /// <param name="now">The time that the page says it was made at.</param>
    public void Complete(DateTimeOffset now)
    {
        if (_block.Count > 0)
        {
            FlushBlock();
        }

        ServiceGraph graph = _graph.Build(Linked);
        DiagramGraph diagram = DiagramGraph.Of(graph.Services);
        _page.Write("<template id=\"map-drawing\">\n");
        _page.Write(SvgMap.Render(diagram, interactive: true));
        _page.Write("</template>\n<script type=\"application/json\" id=\"data\">");
        _page.Write(Data(graph, diagram, now));
        _page.Write("</script>\n");
        ReportPage.WriteFoot(_page);
        _page.Flush();
    }

    private void FlushBlock()
    {
        byte[] packed = _block.Pack();
        _page.Write($"<script type=\"text/plain\" id=\"block-{_blocks.Count}\">");
        _page.Write(Convert.ToBase64String(packed));
        _page.Write("</script>\n");
        _blocks.Add(packed);
        _block = new TraceBlock();
    }

    /// <summary>A trace that another one links to, out of what was written: few do, so none is held for it.</summary>
    private AssembledTrace? Linked(string id)
    {
        if (_index.Find(id) is not { } at)
        {
            return null;
        }

        if (_unpacked.Block != at.Block)
        {
            _unpacked = (at.Block, TraceBlock.Unpack(_blocks[at.Block]));
        }

        return TraceAssembly.Assemble(new Trace
        {
            Id = id,
            Segments = new RecordList<Segment>(_unpacked.Traces[at.Place].Select(text => new Segment { Parsed = SegmentReader.ReadReturned(text) })),
        });
    }

    private string Data(ServiceGraph graph, DiagramGraph diagram, DateTimeOffset now)
    {
        ArrayBufferWriter<byte> buffer = new(256 * 1024);
        using (Utf8JsonWriter json = new(buffer, ReportJson.InPage))
        {
            json.WriteStartObject();
            json.WriteString("title"u8, _title);
            json.WriteNumber("made"u8, Epoch.ToSeconds(now));
            ReportGraph.Write(json, diagram);
            _index.Write(json, NodesInGraph(graph));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private int[] NodesInGraph(ServiceGraph graph)
    {
        Dictionary<(string?, string?, string?), int> places = [];
        for (int i = 0; i < graph.Services.Count; i++)
        {
            Service service = graph.Services[i];
            places.TryAdd((service.Name, service.Type, service.AccountId), i);
        }

        return [.. _index.Nodes.OrderBy(pair => pair.Value)
            .Select(pair => places.GetValueOrDefault((pair.Key.Name, pair.Key.Type, pair.Key.AccountId), -1))];
    }
}
