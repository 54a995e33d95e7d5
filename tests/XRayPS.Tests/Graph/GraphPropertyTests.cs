using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Graph;

public sealed class GraphPropertyTests
{
    [Property(MaxTest = 100)]
    public Property Merging_graphs_is_the_graph_of_all_traces() => Prop.ForAll(Traces().ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (traces, at) =>
    {
        GraphFold whole = Fold(traces);
        GraphFold merged = Fold(traces.Skip(at).Reverse());
        merged.Merge(Fold(traces.Take(at)));
        return Text(whole) == Text(merged);
    });

    [Property(MaxTest = 100)]
    public Property Histograms_count_every_observation() => Prop.ForAll(Traces().ToArbitrary(), traces =>
        Fold(traces).Build().Services.All(static service =>
            (service.SummaryStatistics is null
                || (Count(service.ResponseTimeHistogram) == service.SummaryStatistics.TotalCount
                    && Count(service.DurationHistogram) == service.SummaryStatistics.TotalCount))
            && service.Edges.All(static edge => Count(edge.ResponseTimeHistogram) == edge.SummaryStatistics!.TotalCount)));

    [Property(MaxTest = 100)]
    public Property Documents_in_any_order_make_the_same_graph() => Prop.ForAll(Documents().ToArbitrary(), documents =>
        Text(Fold([TraceBuilder.Of(documents)])) == Text(Fold([TraceBuilder.Of([.. documents.Reverse()])])));

    private static long Count(RecordList<HistogramEntry>? histogram) => histogram!.Sum(static entry => (long)entry.Count!.Value);

    private static GraphFold Fold(IEnumerable<AssembledTrace> traces)
    {
        GraphFold fold = new(GraphScope.Service);
        foreach (AssembledTrace trace in traces)
        {
            fold.Add(trace);
        }

        return fold;
    }

    private static string Text(GraphFold fold)
    {
        ServiceGraph graph = fold.Build();
        GetServiceGraphResponse response = new() { Services = graph.Services, StartTime = graph.StartTime, EndTime = graph.EndTime };
        return Encoding.UTF8.GetString(Operations.GetServiceGraph.WriteResponse(response));
    }

    private static Gen<AssembledTrace[]> Traces() =>
        Documents().Select(documents => TraceBuilder.Of(documents)).ArrayOf(20);

    /// <summary>Up to six segments of a few services, each under a subsegment or segment of an earlier one, or alone.</summary>
    private static Gen<string[]> Documents() =>
        from count in Gen.Choose(1, 6)
        from documents in Gen.CollectToArray(Enumerable.Range(0, count), Document)
        select documents;

    private static Gen<string> Document(int index) =>
        from name in Gen.Elements("front", "back", "orders")
        from origin in Gen.Elements(null, "AWS::EC2::Instance")
        from parent in Gen.Choose(0, 3 * index)
        from start in Gen.Choose(0, 5000)
        from length in Gen.Choose(-10, 3000)
        from status in Gen.Elements(200, 404, 429, 503)
        from space in Gen.Elements("aws", "remote", "local")
        from running in Gen.Elements(false, false, false, true)
        let at = start / 1000.0
        let id = (3 * index) + 1
        select JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = $"{id:x}",
            ["name"] = name,
            ["origin"] = origin,
            ["parent_id"] = parent == 0 ? null : $"{parent:x}",
            ["start_time"] = at,
            ["end_time"] = at + (length / 1000.0),
            ["in_progress"] = running && parent > 0,
            ["http"] = new { response = new { status } },
            ["subsegments"] = new[]
            {
                new Dictionary<string, object> { ["id"] = $"{id + 1:x}", ["name"] = "S3", ["namespace"] = space, ["start_time"] = at, ["end_time"] = at + 0.5 },
            },
        });
}
