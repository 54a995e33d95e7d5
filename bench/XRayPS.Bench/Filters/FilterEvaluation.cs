using System.Diagnostics;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Evaluation;

namespace XRayPS.Bench.Filters;

/// <summary>How many summaries in memory a filter judges in a second, on one core, and what it allocates.</summary>
internal static class FilterEvaluation
{
    private const int Rounds = 7;

    private static readonly string[] Expressions =
    [
        "fault AND responsetime > 1",
        "ok !partial duration < 3",
        "annotation.tier = \"gold\"",
        "user = \"user7\" OR http.url CONTAINS \"/orders/\"",
        "service(\"orders\") AND !error",
    ];

    internal static void Run(int count)
    {
        SummaryView[] views = [.. Enumerable.Range(0, count).Select(static n => new SummaryView(Summary(n)))];
        foreach (string expression in Expressions)
        {
            Filter filter = Filter.Parse(expression);
            int found = 0;
            double best = double.MaxValue;
            long allocated = 0;
            for (int round = 0; round < Rounds; round++)
            {
                found = 0;
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                foreach (SummaryView view in views)
                {
                    found += filter.IsMatch(view) ? 1 : 0;
                }

                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            Console.WriteLine(
                $"{expression,-50} {count / best / 1e6,8:F1} million/s  "
                + $"{(double)allocated / count,6:F1} B/summary  {found} found");
        }
    }

    private static TraceSummary Summary(int n) => Summary(n, n % 10 == 0 ? "gold" : "tin");

    private static TraceSummary Summary(int n, string tier) => new()
    {
        Id = $"1-6ab13b80-{n:x24}",
        HasFault = n % 7 == 0,
        HasError = n % 5 == 0,
        ResponseTime = n % 300 / 100.0,
        Duration = n % 400 / 100.0,
        EntryPoint = new ServiceId { Name = "front" },
        Http = new Http
        {
            HttpURL = $"https://shop.example.com/{(n % 3 == 0 ? "orders" : "basket")}/{n}",
            HttpStatus = 200,
        },
        Users = [new TraceUser { UserName = $"user{n % 100}" }],
        ServiceIds = [new ServiceId { Name = "front" }, new ServiceId { Name = n % 2 == 0 ? "orders" : "stock" }],
        Annotations = new()
        {
            ["tier"] = [new ValueWithServiceIds { AnnotationValue = new AnnotationValue { StringValue = tier } }],
        },
    };
}
