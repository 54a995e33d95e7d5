using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace XRayPS.Bench.Ingestion;

/// <summary>
/// A segment of 1.5 kB whose ids and times are written over in place: whoever sends 20,000 a second must not be busy
/// with making them.
/// </summary>
internal sealed class SampleDocument
{
    private const string TraceMark = "TTTTTTTTTTTTTTTTTTTTTTTT";
    private const string SegmentMark = "SSSSSSSSSSSSSSSS";
    private const string StartMark = "1111111111.111111";
    private const string EndMark = "1222222222.222222";

    private readonly byte[] _bytes;
    private readonly int _trace;
    private readonly int _segment;
    private readonly int _start;
    private readonly int _end;
    private readonly double _now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;

    private SampleDocument(string text)
    {
        _bytes = Encoding.UTF8.GetBytes(text);
        _trace = _bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(TraceMark));
        _segment = _bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SegmentMark));
        _start = _bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(StartMark));
        _end = _bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(EndMark));
    }

    internal int Length => _bytes.Length;

    /// <summary>A document as it is.</summary>
    internal static SampleDocument Plain() => new(Text());

    /// <summary>A document as a string inside JSON.</summary>
    internal static SampleDocument Quoted() =>
        new($"\"{JsonEncodedText.Encode(Text(), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");

    /// <summary>Writes a document.</summary>
    /// <param name="target">At least <see cref="Length"/> bytes.</param>
    /// <param name="segment">The number of the segment; each has its own.</param>
    /// <param name="trace">The number of the trace.</param>
    internal void Write(Span<byte> target, long segment, long trace)
    {
        _bytes.CopyTo(target);
        Utf8Formatter.TryFormat(trace, target.Slice(_trace + 8, 16), out _, new StandardFormat('x', 16));
        target.Slice(_trace, 8).Fill((byte)'0');
        Utf8Formatter.TryFormat(segment + 1, target.Slice(_segment, 16), out _, new StandardFormat('x', 16));
        double start = _now - 60 + (trace % 50_000 / 1000.0);
        Utf8Formatter.TryFormat(start, target.Slice(_start, 17), out _, new StandardFormat('F', 6));
        Utf8Formatter.TryFormat(start + 0.25, target.Slice(_end, 17), out _, new StandardFormat('F', 6));
    }

    private static string Text()
    {
        string seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $$$$"""
            {"trace_id":"1-{{{{seconds}}}}-{{{{TraceMark}}}}","id":"{{{{SegmentMark}}}}","name":"orders",
            "start_time":{{{{StartMark}}}},"end_time":{{{{EndMark}}}},
            "http":{"request":{"method":"GET","url":"https://shop.example.com/orders/1234567?expand=items",
            "client_ip":"203.0.113.7","user_agent":"Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0"},
            "response":{"status":200,"content_length":4711}},
            "origin":"AWS::ECS::Container","aws":{"ecs":{"container":"ip-10-0-3-7.ec2.internal"},
            "xray":{"sdk":"X-Ray for Node.js","sdk_version":"3.12.0","package":"aws-xray-sdk"}},
            "service":{"version":"2.14.3","runtime":"node","runtime_version":"22.11.0"},"user":"user4711",
            "annotations":{"tier":"gold","customer":4711,"cached":false},
            "metadata":{"default":{"basket":{"items":[17,42,4711],"currency":"EUR","total":129.95,
            "note":"deliver before noon, leave with the neighbours at number seven when nobody is in"}}},
            "subsegments":[
            {"id":"aaaaaaaaaaaaaaa1","name":"stock","namespace":"remote",
            "start_time":1790000000.1,"end_time":1790000000.2,
            "http":{"request":{"method":"POST","url":"https://stock.example.com/reservations"},
            "response":{"status":201}}},
            {"id":"aaaaaaaaaaaaaaa2","name":"DynamoDB","namespace":"aws",
            "start_time":1790000000.1,"end_time":1790000000.15,
            "aws":{"operation":"GetItem","table_name":"orders","region":"eu-west-1","request_id":"4K1GQPS8AVBDFDD",
            "resource_names":["orders"]},"http":{"response":{"status":200}}},
            {"id":"aaaaaaaaaaaaaaa3","name":"render","start_time":1790000000.2,"end_time":1790000000.22}]}
            """.ReplaceLineEndings("");
    }
}
