using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using XRayPS.Core.Ports;
using XRayPS.Local;

namespace XRayPS.Bench;

/// <summary>A filter over many stored traces, page by page through the local service's API.</summary>
internal static class FilterScan
{
    private const int DocumentsPerCall = 500;
    private const int Senders = 4;
    private const long Start = 1_790_000_000;

    internal static async Task RunAsync(int count)
    {
        string path = Path.Combine(Path.GetTempPath(), $"xrayps-bench-{Environment.ProcessId}.db");
        try
        {
            LocalServiceOptions options = new() { Port = 0, DaemonPort = 0, Path = path };
            await using ILocalService service = await new LocalServiceFactory().StartAsync(options, CancellationToken.None);
            using HttpClient http = new() { BaseAddress = service.Endpoint, Timeout = TimeSpan.FromMinutes(10) };
            long start = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(
                Enumerable.Range(0, (count + DocumentsPerCall - 1) / DocumentsPerCall),
                new ParallelOptions { MaxDegreeOfParallelism = Senders },
                async (call, _) => await AskAsync(http, "/TraceSegments", Segments(call * DocumentsPerCall, count)));
            await ScanAsync(http, "annotation.number = -1");
            Console.WriteLine($"stored {count} traces and their summaries in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
            foreach (string expression in new[]
            {
                "annotation.tier = \"gold\" AND fault",
                "annotation.number >= 999000",
                "fault AND responsetime > 1",
                "service(\"front\") { fault AND annotation.tier = \"gold\" }",
            })
            {
                await ScanAsync(http, expression);
            }
        }
        finally
        {
            foreach (string file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
            {
                File.Delete(file);
            }
        }
    }

    private static async Task ScanAsync(HttpClient http, string expression)
    {
        long start = Stopwatch.GetTimestamp();
        double first = 0;
        (int pages, int found, long scanned, string? token) = (0, 0, 0, null);
        do
        {
            object request = new
            {
                StartTime = Start - 1, EndTime = Start + 10_000_000, FilterExpression = expression, NextToken = token,
            };
            using JsonDocument page = JsonDocument.Parse(await AskAsync(http, "/TraceSummaries", JsonSerializer.Serialize(request)));
            first = pages++ == 0 ? Stopwatch.GetElapsedTime(start).TotalSeconds : first;
            found += page.RootElement.GetProperty("TraceSummaries").GetArrayLength();
            scanned += page.RootElement.GetProperty("TracesProcessedCount").GetInt64();
            token = page.RootElement.GetProperty("NextToken").GetString();
        }
        while (token is not null);
        Console.WriteLine(
            $"{expression,-58} first page {first,5:F2} s, all {Stopwatch.GetElapsedTime(start).TotalSeconds,6:F2} s, {pages} pages, {scanned} scanned, {found} found");
    }

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
                request = new { method = "GET", url = string.Create(CultureInfo.InvariantCulture, $"https://shop.example.com/orders/{n}") },
                response = new { status = fault ? 500 : 200 },
            },
            annotations = new { tier = n % 1000 == 0 ? "gold" : "tin", number = n },
        });
    }
}
