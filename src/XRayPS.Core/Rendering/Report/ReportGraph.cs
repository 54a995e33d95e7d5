using System.Text.Json;
using XRayPS.Core.Analysis;
using XRayPS.Core.Rendering.Diagram;

namespace XRayPS.Core.Rendering.Report;

/// <summary>The nodes and edges of the map, with the numbers that the page shows when one is chosen.</summary>
internal static class ReportGraph
{
    private static readonly double[] s_quantiles = [0.5, 0.9, 0.95, 0.99];

    /// <summary>Writes the members <c>window</c>, <c>nodes</c> and <c>edges</c>.</summary>
    /// <param name="json">The writer, inside an object.</param>
    /// <param name="graph">The graph.</param>
    internal static void Write(Utf8JsonWriter json, DiagramGraph graph)
    {
        if (graph.Window is { } window)
        {
            json.WriteNumber("window"u8, window.TotalSeconds);
        }

        json.WriteStartArray("nodes"u8);
        foreach (DiagramNode node in graph.Nodes)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, node.Name);
            json.WriteString("kind"u8, node.Kind);
            json.WriteBoolean("client"u8, node.IsClient);
            WriteLoad(json, node.Load, node.Service.ResponseTimeHistogram, node.Service.SummaryStatistics?.TotalResponseTime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edges"u8);
        foreach (DiagramEdge edge in graph.Edges)
        {
            json.WriteStartObject();
            json.WriteNumber("from"u8, edge.Source);
            json.WriteNumber("to"u8, edge.Target);
            json.WriteBoolean("link"u8, edge.IsLink);
            WriteLoad(json, edge.Load, edge.Edge.ResponseTimeHistogram, edge.Edge.SummaryStatistics?.TotalResponseTime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLoad(Utf8JsonWriter json, DiagramLoad? load, IEnumerable<HistogramEntry>? times, double? seconds)
    {
        if (load is not { Total: > 0 })
        {
            return;
        }

        // In the order of TraceStatus, by which the page knows outcomes.
        json.WriteStartArray("counts"u8);
        json.WriteNumberValue(load.Ok);
        json.WriteNumberValue(load.Error);
        json.WriteNumberValue(load.Fault);
        json.WriteNumberValue(load.Throttle);
        json.WriteEndArray();
        if (seconds is { } sum)
        {
            json.WriteNumber("mean"u8, Math.Round(sum / load.Total, 6));
        }

        QuantileSketch sketch = new();
        json.WriteStartArray("times"u8);
        foreach (HistogramEntry entry in times ?? [])
        {
            if (entry is { Value: { } value, Count: > 0 and { } count })
            {
                sketch.Add(value, count);
                json.WriteStartArray();
                json.WriteNumberValue(value);
                json.WriteNumberValue(count);
                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("quantiles"u8);
        foreach (double q in sketch.Count > 0 ? s_quantiles : [])
        {
            json.WriteNumberValue(Math.Round(sketch.Quantile(q), 6));
        }

        json.WriteEndArray();
    }
}
