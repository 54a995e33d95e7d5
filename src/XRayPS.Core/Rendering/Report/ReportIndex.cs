using System.Globalization;
using System.Text.Json;
using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Summaries;

namespace XRayPS.Core.Rendering.Report;

/// <summary>What the page knows of each trace before it is looked at: the columns of its table.</summary>
internal sealed class ReportIndex
{
    private readonly StringTable _strings = new();
    private readonly List<Row> _rows = [];
    private readonly Dictionary<NodeKey, int> _nodes = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    internal int Count => _rows.Count;

    /// <summary>Which of the nodes that traces touched is which in the graph, by what was noted of them.</summary>
    internal IReadOnlyDictionary<NodeKey, int> Nodes => _nodes;

    /// <summary>Notes a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="observations">What it tells of services.</param>
    /// <param name="segments">Number of segments, inferred ones included.</param>
    /// <param name="block">The block that holds its documents.</param>
    /// <param name="place">The place in that block.</param>
    internal void Add(AssembledTrace trace, TraceObservations observations, int segments, int block, int place)
    {
        TraceSummary summary = SummaryFold.Summarize(trace);
        SortedSet<int> nodes = [];
        foreach (NodeKey key in observations.Nodes.Select(node => node.Node)
            .Concat(observations.Edges.SelectMany(edge => new[] { edge.Source, edge.Target })))
        {
            nodes.Add(NumberOf(key with { Region = null }));
        }

        _byId.TryAdd(trace.Id, _rows.Count);
        _rows.Add(new Row(
            trace.Id,
            summary.StartTime is { } start ? Epoch.ToSeconds(start) : null,
            summary.ResponseTime ?? summary.Duration,
            (int)summary.Status,
            segments,
            summary.HttpStatus,
            block,
            place,
            [
                _strings.Number(summary.EntryPointName), _strings.Number(summary.Method), _strings.Number(summary.Url),
                _strings.Number(summary.User), _strings.Number(summary.ClientIp),
            ],
            [.. nodes],
            [.. summary.Annotations.SelectMany(note => note.Value.Select(value => _strings.Number($"{note.Key}={value}")))]));
    }

    /// <summary>Where a trace's documents are.</summary>
    internal (int Block, int Place)? Find(string id) =>
        _byId.TryGetValue(id, out int at) ? (_rows[at].Block, _rows[at].Place) : null;

    /// <summary>Writes the members <c>strings</c> and <c>traces</c>: an object of columns, which is half the size of rows.</summary>
    /// <param name="json">The writer, inside an object.</param>
    /// <param name="nodeInGraph">The place in the graph of each noted node; -1 where the graph leaves it out.</param>
    internal void Write(Utf8JsonWriter json, IReadOnlyList<int> nodeInGraph)
    {
        json.WriteStartArray("strings"u8);
        foreach (string text in _strings.Texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        json.WriteStartObject("traces"u8);
        Column(json, "id", row => json.WriteStringValue(row.Id));
        Column(json, "start", row => Number(json, row.Start));
        Column(json, "time", row => Number(json, row.Time));
        Column(json, "status", row => json.WriteNumberValue(row.Status));
        Column(json, "segments", row => json.WriteNumberValue(row.Segments));
        Column(json, "http", row => Number(json, row.HttpStatus));
        Column(json, "block", row => json.WriteNumberValue(row.Block));
        Column(json, "place", row => json.WriteNumberValue(row.Place));
        string[] texts = ["name", "method", "url", "user", "client"];
        for (int i = 0; i < texts.Length; i++)
        {
            int at = i;
            Column(json, texts[i], row => json.WriteNumberValue(row.Texts[at]));
        }

        Column(json, "nodes", row => Numbers(json, row.Nodes.Select(node => nodeInGraph[node]).Where(node => node >= 0)));
        Column(json, "notes", row => Numbers(json, row.Notes));
        json.WriteEndObject();
    }

    private int NumberOf(NodeKey key)
    {
        if (!_nodes.TryGetValue(key, out int number))
        {
            _nodes.Add(key, number = _nodes.Count);
        }

        return number;
    }

    private void Column(Utf8JsonWriter json, string name, Action<Row> write)
    {
        json.WriteStartArray(name);
        _rows.ForEach(write);
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (int number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteRawValue(number.ToString("0.######", CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private sealed record Row(
        string Id, double? Start, double? Time, int Status, int Segments, int? HttpStatus, int Block, int Place,
        int[] Texts, int[] Nodes, int[] Notes);
}
