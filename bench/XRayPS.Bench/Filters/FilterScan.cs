using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using XRayPS.Bench.Support;
using XRayPS.Core.Ports;
using XRayPS.Local;

namespace XRayPS.Bench.Filters;

/// <summary>Windows and filters over many stored traces, page by page through the local service's API.</summary>
internal static class FilterScan
{
    private const int DocumentsPerCall = 500;
    private const int Senders = 4;
    private const int Windows = 21;
    private const double FirstPageTarget = 100;
    private const long Start = 1_790_000_000;

    internal static async Task RunAsync(int count)
    {
        using TemporaryFile file = new();
        LocalServiceOptions options = new() { Port = 0, DaemonPort = 0, Path = file.Path };
        await using ILocalService service = await new LocalServiceFactory().StartAsync(options, CancellationToken.None);
        using HttpClient http = new() { BaseAddress = service.Endpoint, Timeout = TimeSpan.FromMinutes(10) };
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, (count + DocumentsPerCall - 1) / DocumentsPerCall),
            new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (call, _) => await AskAsync(http, "/TraceSegments", Segments(call * DocumentsPerCall, count)));
        double stored = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Table windows = new("15 minutes of stored traces", "first page, cold", "median", "target", "met");
        await WindowsAsync(http, windows, count, null);
        await WindowsAsync(http, windows, count, "fault AND responsetime > 1");
        windows.Print(
            $"{Figures.Count(count)} stored traces ({stored:F1} s to store); {Windows} windows of 900 traces each");

        Table filters = new("a filter over all of them", "first page", "all pages", "pages", "found");
        foreach (string expression in new[]
        {
            "annotation.tier = \"gold\" AND fault",
            "annotation.number >= 999000",
            "fault AND responsetime > 1",
            "service(\"front\") { fault AND annotation.tier = \"gold\" }",
        })
        {
            await ScanAsync(http, filters, expression);
        }

        filters.Print($"Filters over {Figures.Count(count)} stored traces");
    }

    /// <summary>The first page of windows all over the traces; the very first one opens the file's pages.</summary>
    private static async Task WindowsAsync(HttpClient http, Table table, int count, string? expression)
    {
        double[] times = new double[Windows];
        for (int i = 0; i < Windows; i++)
        {
            long from = Start + (i * 7919L * 900 % Math.Max(1, count - 900));
            long start = Stopwatch.GetTimestamp();
            object request = new { StartTime = from, EndTime = from + 900, FilterExpression = expression };
            using JsonDocument page = await PageAsync(http, request);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (page.RootElement.GetProperty("TraceSummaries").GetArrayLength() == 0)
            {
                throw new InvalidOperationException("A window was empty.");
            }
        }

        double median = Figures.Median(times);
        table.Add(
            expression is null ? "without a filter" : $"`{expression}`", Figures.Milliseconds(times[0]),
            Figures.Milliseconds(median), Figures.Milliseconds(FirstPageTarget),
            Figures.Met(times[0] <= FirstPageTarget && median <= FirstPageTarget));
    }

    private static async Task ScanAsync(HttpClient http, Table table, string expression)
    {
        long start = Stopwatch.GetTimestamp();
        double first = 0;
        (int pages, int found, string? token) = (0, 0, null);
        do
        {
            object request = new
            {
                StartTime = Start - 1, EndTime = Start + 10_000_000, FilterExpression = expression, NextToken = token,
            };
            using JsonDocument page = await PageAsync(http, request);
            first = pages++ == 0 ? Stopwatch.GetElapsedTime(start).TotalSeconds : first;
            found += page.RootElement.GetProperty("TraceSummaries").GetArrayLength();
            token = page.RootElement.GetProperty("NextToken").GetString();
        }
        while (token is not null);
        double all = Stopwatch.GetElapsedTime(start).TotalSeconds;
        table.Add(
            $"`{expression}`", Figures.Milliseconds(first * 1000), Figures.Seconds(all),
            $"{pages}", Figures.Count(found));
    }

    private static async Task<JsonDocument> PageAsync(HttpClient http, object request) =>
        JsonDocument.Parse(await AskAsync(http, "/TraceSummaries", JsonSerializer.Serialize(request)));

    private static async Task<string> AskAsync(HttpClient http, string path, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync(path, content);
        string text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException(text);
    }

    private static string Segments(int from, int count) => JsonSerializer.Serialize(new
    {
        TraceSegmentDocuments = Enumerable.Range(from, Math.Min(DocumentsPerCall, count - from)).Select(Document),
    });

    private static string Document(int n)
    {
        string end = (Start + n + (n % 300 / 100.0)).ToString("F2", CultureInfo.InvariantCulture);
        bool fault = n % 7 == 0;
        return JsonSerializer.Serialize(new
        {
            trace_id = string.Create(CultureInfo.InvariantCulture, $"1-6ab13b80-{n:x24}"),
            id = (n + 1).ToString("x16", CultureInfo.InvariantCulture),
            name = "front",
            start_time = Start + n,
            end_time = double.Parse(end, CultureInfo.InvariantCulture),
            fault,
            http = new
            {
                request = new { method = "GET", url = $"https://shop.example.com/orders/{n:D}" },
                response = new { status = fault ? 500 : 200 },
            },
            annotations = new { tier = n % 1000 == 0 ? "gold" : "tin", number = n },
        });
    }
}
