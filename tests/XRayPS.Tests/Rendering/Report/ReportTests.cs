using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Rendering.Report;
using XRayPS.Tests.Rendering.Diagram;

namespace XRayPS.Tests.Rendering.Report;

/// <summary>What stands in the file; what a browser makes of it is tested in one.</summary>
public sealed class ReportTests
{
    private const string Evil = "</script><img src=x onerror=\"alert(1)\">&\u2028'";
    private static readonly DateTimeOffset s_now = DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_100);

    [Fact]
    public void ThePolicyAllowsItsOneScriptAndItsOneStyleSheet()
    {
        string page = Page("Title", DiagramSamples.Order());

        string policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("script-src '" + Hash(Between(page, "<script>", "</script>")) + "'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src '" + Hash(Between(page, "<style>", "</style>")) + "'", policy, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<script>"));
        Assert.Single(Regex.Matches(page, "<style>"));
    }

    [Fact]
    public void NothingIsLoadedAndNothingMakesMarkupOfText()
    {
        string page = Page("Title", DiagramSamples.Order());

        Assert.DoesNotMatch("(?i)(src|href)=\"(?!#|data:,\")", page);
        Assert.DoesNotMatch("(?i)@import|[^a-z]url\\(|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|fetch\\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon", page);
        Assert.DoesNotMatch("<[a-z][^>]* (style|on[a-z]+)=", page);
    }

    [Fact]
    public void WhatTracesHoldIsNeverMarkup()
    {
        string page = Page(Evil, Hostile());

        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Regex.Matches(page, "<script").Count, Regex.Matches(page, "</script>").Count);
        string data = Between(page, "id=\"data\">", "</script>");
        Assert.DoesNotMatch("[<>&'\u2028\u2029]", data);
        JsonElement json = JsonDocument.Parse(data).RootElement;
        Assert.Equal(Evil, json.GetProperty("title").GetString());
        Assert.Contains(Evil, json.GetProperty("strings").EnumerateArray().Select(text => text.GetString()));
    }

    [Fact]
    public void DocumentsAreInTheFileAsTheyWere()
    {
        Trace[] traces = [DiagramSamples.Order(), Hostile()];
        string page = Page("Title", traces);

        JsonElement index = Data(page).GetProperty("traces");
        for (int i = 0; i < traces.Length; i++)
        {
            JsonElement block = Block(page, index.GetProperty("block")[i].GetInt32());
            JsonElement found = block[index.GetProperty("place")[i].GetInt32()];
            Assert.Equal(traces[i].Segments.Select(segment => segment.Document), found.GetProperty("docs").EnumerateArray().Select(text => text.GetString()));
            Assert.Equal(traces[i].Id, index.GetProperty("id")[i].GetString());
        }
    }

    [Fact]
    public void TheMapIsTheServicesOwn()
    {
        Trace trace = DiagramSamples.Order();
        GraphFold fold = new(GraphScope.Service);
        fold.Add(TraceAssembly.Assemble(trace));
        RecordList<Service> services = fold.Build().Services;

        JsonElement data = Data(Page("Title", trace));

        Assert.Equal(services.Select(service => service.Name), data.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()));
        Assert.Equal(services.Sum(service => service.Edges.Count), data.GetProperty("edges").GetArrayLength());
        Assert.Equal(Enumerable.Range(0, services.Count), data.GetProperty("traces").GetProperty("nodes")[0].EnumerateArray().Select(node => node.GetInt32()).Order());
    }

    [Fact]
    public void LinksBetweenItsTracesAreDrawn()
    {
        const string Other = "1-6ab384fb-00000000000000000000aaaa";
        Trace sender = Simple(Other, "sender");
        Trace receiver = Simple("1-6ab384fc-00000000000000000000bbbb", "receiver", $",\"links\":[{{\"trace_id\":\"{Other}\",\"id\":\"00000000000000a1\"}}]");

        JsonElement[] edges = [.. Data(Page("Title", receiver, sender)).GetProperty("edges").EnumerateArray()];

        Assert.Single(edges, edge => edge.GetProperty("link").GetBoolean());
    }

    [Fact]
    public void ATraceIsThereOnceAndNoneIsAPageToo()
    {
        Trace trace = DiagramSamples.Order();

        Assert.Single(Data(Page("Title", trace, trace)).GetProperty("traces").GetProperty("id").EnumerateArray());
        Assert.Empty(Data(Page("Title")).GetProperty("traces").GetProperty("id").EnumerateArray());
    }

    [Fact]
    public void BlocksStaySmall()
    {
        Trace[] traces = [.. Enumerable.Range(0, 100).Select(i => Simple($"1-6ab384fb-{i:x24}", "many"))];

        Assert.Equal(3, Regex.Matches(Page("Title", traces), "id=\"block-").Count);
    }

    [Fact]
    public void UnreadableDocumentsAreKept()
    {
        Trace trace = new() { Id = "1-6ab384fb-49f310e6de4f7ea73d71f5e6", Segments = [new Segment { Id = "1", Document = "no JSON" }] };

        JsonElement found = Block(Page("Title", trace), 0)[0];

        Assert.Equal("no JSON", found.GetProperty("docs")[0].GetString());
        Assert.Equal(0, found.GetProperty("rows").GetArrayLength());
    }

    private static Trace Hostile()
    {
        string evil = JsonSerializer.Serialize(Evil);
        return Simple("1-6ab384fb-00000000000000000000cccc", "x", $",\"user\":{evil},\"http\":{{\"request\":{{\"method\":{evil},\"url\":{evil}}}}},\"annotations\":{{\"k\":{evil}}},\"metadata\":{{\"m\":{evil}}}", evil);
    }

    private static Trace Simple(string id, string name, string more = "", string? nameJson = null)
    {
        string json = $"{{\"id\":\"00000000000000a1\",\"trace_id\":\"{id}\",\"name\":{nameJson ?? $"\"{name}\""},\"start_time\":1790000000,\"end_time\":1790000001{more}}}";
        return new Trace { Id = id, Segments = [new Segment { Id = "00000000000000a1", Document = json, Parsed = SegmentReader.ReadReturned(json) }] };
    }

    private static string Page(string title, params Trace[] traces)
    {
        using StringWriter text = new();
        ReportWriter writer = new(text, title);
        foreach (Trace trace in traces)
        {
            writer.Add(trace);
        }

        writer.Complete(s_now);
        return text.ToString();
    }

    private static JsonElement Data(string page) => JsonDocument.Parse(Between(page, "id=\"data\">", "</script>")).RootElement;

    private static JsonElement Block(string page, int number)
    {
        byte[] packed = Convert.FromBase64String(Between(page, $"id=\"block-{number}\">", "</script>"));
        using DeflateStream inflate = new(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonDocument.Parse(inflate).RootElement;
    }

    private static string Between(string page, string before, string after)
    {
        int from = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return page[from..page.IndexOf(after, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
