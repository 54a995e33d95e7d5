using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace XRayPS.Bench.Ingestion;

/// <summary>Sends documents by PutTraceSegments, 50 a call, over several connections, and waits for each.</summary>
internal static class HttpSender
{
    internal const int DocumentsPerCall = 50;

    /// <summary>Sends and says how many seconds it took.</summary>
    /// <param name="endpoint">The service.</param>
    /// <param name="from">The number of the first document.</param>
    /// <param name="count">How many.</param>
    /// <param name="perTrace">Documents in each trace.</param>
    internal static async Task RunAsync(Uri endpoint, int from, int count, int perTrace)
    {
        const int Connections = 4;
        SampleDocument document = SampleDocument.Quoted();
        using HttpClient http = new() { BaseAddress = endpoint };
        int next = from;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            byte[] body = new byte[30 + ((document.Length + 1) * DocumentsPerCall)];
            while (true)
            {
                int first = Interlocked.Add(ref next, DocumentsPerCall) - DocumentsPerCall;
                if (first >= from + count)
                {
                    return;
                }

                int length = Write(body, document, first, perTrace);
                await SendAsync(http, new ReadOnlyMemoryContent(body.AsMemory(0, length)));
            }
        })));
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
    }

    private static int Write(byte[] body, SampleDocument document, int first, int perTrace)
    {
        ReadOnlySpan<byte> head = "{\"TraceSegmentDocuments\":["u8;
        head.CopyTo(body);
        int length = head.Length;
        for (int i = first; i < first + DocumentsPerCall; i++)
        {
            document.Write(body.AsSpan(length), i, i / perTrace);
            length += document.Length;
            body[length++] = (byte)',';
        }

        body[length - 1] = (byte)']';
        body[length++] = (byte)'}';
        return length;
    }

    private static async Task SendAsync(HttpClient http, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await http.PostAsync("/TraceSegments", content);
        string answer = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != HttpStatusCode.OK
            || !answer.Contains("\"UnprocessedTraceSegments\":[]", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(answer);
        }
    }
}
