using System.Diagnostics;
using System.Text;

namespace XRayPS.Bench.Peers;

/// <summary>The least that a .NET program can do: ask page after page over one connection, and forget them.</summary>
internal static class BarePeer
{
    internal static async Task RunAsync(Uri endpoint, int pages, int passes)
    {
        using HttpClient http = new() { BaseAddress = endpoint };
        byte[] buffer = new byte[128 * 1024];
        for (int pass = 0; pass < passes; pass++)
        {
            long start = Stopwatch.GetTimestamp();
            long bytes = 0;
            double first = 0;
            for (int page = 0; page < pages; page++)
            {
                using StringContent body = new(
                    $"{{\"StartTime\":1790000000,\"EndTime\":1790000900,\"NextToken\":\"{Pages.Token(page)}\"}}",
                    Encoding.UTF8,
                    "application/json");
                using HttpRequestMessage request = new(HttpMethod.Post, "/TraceSummaries") { Content = body };
                using HttpResponseMessage response =
                    await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                await using Stream stream = await response.Content.ReadAsStreamAsync();
                int read;
                while ((read = await stream.ReadAsync(buffer)) > 0)
                {
                    bytes += read;
                }

                if (page == 0)
                {
                    first = Stopwatch.GetElapsedTime(start).TotalSeconds;
                    Console.WriteLine(pass == 0 ? "first" : "again");
                }
            }

            PassLine.Write(bytes, "bytes", Stopwatch.GetElapsedTime(start).TotalSeconds, first);
        }
    }
}
