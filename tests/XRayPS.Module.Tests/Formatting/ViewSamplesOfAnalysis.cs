using XRayPS.Core.Analysis;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>Records of analysis to print, computed from the other samples.</summary>
internal static class ViewSamplesOfAnalysis
{
    public static Dictionary<string, Func<object[]>> All { get; } = new()
    {
        ["CriticalPathStep"] = () =>
        [
            .. CriticalPath.Of(Timeline.Of(ViewSamples.ShopTrace())),
            .. CriticalPath.Of(Timeline.Of("1-6554a1f2-000000000000000000000002", [Gap(0, 1), Gap(3, 4)])),
        ],
        ["TraceMeasurement"] = () => [.. Measurements("Url"), .. Measurements(null)],
        ["TraceSetComparison"] = () => [.. Sets()],
        ["TraceStepComparison"] = () => [.. TraceComparer.Compare(Timeline.Of(ViewSamples.ShopTrace()), Timeline.Of(Repaired()))],
        ["ServiceGraphComparison"] = () => [.. Graphs()],
        ["TraceProblem"] = () => [.. ProblemFinder.Find(Timeline.Of(ViewSamples.OddTrace())), .. ProblemFinder.Find(Timeline.Of(Busy()))],
    };

    private static SegmentDocument Gap(double from, double to) => new()
    {
        Name = "cron \u001b[2J",
        Id = $"700000000000000{(int)from}",
        StartSeconds = 1_763_000_000 + from,
        EndSeconds = 1_763_000_000 + to,
    };

    private static IEnumerable<TraceMeasurement> Measurements(string? groupBy)
    {
        TraceMeasure measure = new(groupBy);
        for (int i = 0; i < 400; i++)
        {
            double seconds = 0.004 * Math.Pow(1.6, i % 13);
            TraceStatus status = i % 50 == 0 ? TraceStatus.Fault : i % 33 == 0 ? TraceStatus.Error : i % 97 == 0 ? TraceStatus.Throttle : TraceStatus.Ok;
            string url = i % 4 == 0 ? "https://shop.example.com/api/v2/customers/orders/confirmations\u001b[2J" : "https://shop.example.com/";
            measure.Add(new TraceObservation(groupBy is null ? null : url, status, seconds, ViewSamples.Noon.AddSeconds(i)));
        }

        measure.Add(new TraceObservation(null, TraceStatus.Ok, null, null));
        return measure.Build();
    }

    private static IReadOnlyList<TraceSetComparison> Sets()
    {
        TraceSetComparer comparer = new("Operation");
        for (int i = 0; i < 200; i++)
        {
            TraceObservation page = new("shop.example.com GET /", TraceStatus.Ok, 0.02 + (i % 7 * 0.001), ViewSamples.Noon);
            TraceObservation order = new("shop.example.com POST /api/orders\u001b[2J", TraceStatus.Ok, 0.4 + (i % 11 * 0.01), ViewSamples.Noon);
            comparer.AddReference(order, [page, order]);
            comparer.AddDifference(
                order with { Seconds = order.Seconds * 2 },
                [page, order with { Seconds = order.Seconds * 2, Status = i % 10 == 0 ? TraceStatus.Fault : TraceStatus.Ok }]);
        }

        TraceObservation rare = new("shop.example.com DELETE /basket", TraceStatus.Ok, 0.1, ViewSamples.Noon);
        comparer.AddReference(rare, [rare]);
        comparer.AddDifference(rare, [rare with { Seconds = 3 }]);
        return comparer.Build();
    }

    private static Trace Repaired()
    {
        Trace trace = ViewSamples.ShopTrace();
        SegmentDocument orders = trace.Segments[1].Parsed!;
        orders.Fault = false;
        orders.Http!.Status = 201;
        orders.EndSeconds = orders.StartSeconds + 0.4;
        orders.Subsegments[0].Fault = true;
        orders.Subsegments[2].Name = "cards.example.net";
        trace.Segments[0].Parsed!.Subsegments[0].EndSeconds += 0.3;
        return trace;
    }

    private static IReadOnlyList<ServiceGraphComparison> Graphs()
    {
        Service Node(int id, string name, int count, int faults, double seconds, params int[] calls) => new()
        {
            ReferenceId = id,
            Name = name,
            Type = "AWS::ECS::Container",
            SummaryStatistics = new ServiceStatistics { TotalCount = count, OkCount = count - faults, FaultStatistics = new FaultStatistics { TotalCount = faults } },
            ResponseTimeHistogram = [new HistogramEntry { Value = seconds, Count = count }],
            Edges = new(calls.Select(to => new Edge
            {
                ReferenceId = to,
                SummaryStatistics = new EdgeStatistics { TotalCount = count, OkCount = count },
                ResponseTimeHistogram = [new HistogramEntry { Value = seconds, Count = count }],
            })),
        };
        return GraphComparer.Compare(
            [Node(0, "shop.example.com", 1200, 4, 0.1, 1), Node(1, "orders", 300, 30, 0.4), Node(2, "mail", 40, 0, 0.1), Node(3, "search\u001b[2J", 500, 0, 0.2)],
            [Node(0, "shop.example.com", 1250, 90, 0.25, 1, 2), Node(1, "orders", 320, 3, 0.4), Node(2, "stock", 60, 0, 0.1), Node(3, "search\u001b[2J", 480, 0, 0.2)]);
    }

    private static Trace Busy()
    {
        Trace trace = ViewSamples.ShopTrace();
        trace.Id = "1-6554a1f2-000000000000000000000003";
        SegmentDocument orders = trace.Segments[1].Parsed!;
        for (int i = 0; i < 9; i++)
        {
            orders.Subsegments.Add(new SegmentDocument
            {
                Name = "DynamoDB",
                Id = $"800000000000000{i}",
                Namespace = "aws",
                Aws = new() { ["operation"] = i < 5 ? "GetItem" : "PutItem" },
                Throttle = i >= 5 ? true : null,
                StartSeconds = orders.StartSeconds + (0.1 * i),
                EndSeconds = orders.StartSeconds + (0.1 * i) + 0.09,
            });
        }

        return trace;
    }
}
