using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using XRayPS.Bench.Ingestion;
using XRayPS.Bench.Peers;
using XRayPS.Core.Documents;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Evaluation;
using XRayPS.Core.Model;
using XRayPS.Core.Summaries;
using XRayPS.Core.Wire;

namespace XRayPS.Bench.Micro;

/// <summary>The pieces of the hot paths, one by one.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class MicroBenchmarks
{
    private readonly Filter _filter = Filter.Parse("fault AND responsetime > 1 AND annotation.tier = \"gold\"");
    private byte[] _page = [];
    private byte[] _document = [];
    private byte[] _call = [];
    private SummaryView[] _views = [];
    private AssembledTrace _trace = null!;

    /// <summary>Makes what the benchmarks read.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _page = Encoding.UTF8.GetBytes(Pages.Render(0, 2));
        SampleDocument sample = SampleDocument.Plain();
        _document = new byte[sample.Length];
        sample.Write(_document, 1, 1);
        PutTraceSegmentsRequest call = new() { TraceSegmentDocuments = [] };
        for (int i = 0; i < HttpSender.DocumentsPerCall; i++)
        {
            sample.Write(_document, i, i);
            call.TraceSegmentDocuments.Add(Encoding.UTF8.GetString(_document));
        }

        _call = Operations.PutTraceSegments.WriteRequest(call);
        _views = [.. ReadPage().TraceSummaries.Select(static summary => new SummaryView(summary))];
        _trace = TraceAssembly.Assemble("1-0-0", [new ReceivedDocument(ReadDocument()!, DateTimeOffset.UtcNow, 0)]);
    }

    /// <summary>What the client does with a page of summaries.</summary>
    [Benchmark(Description = "read a page of 100 summaries (74 kB)")]
    public GetTraceSummariesResponse ReadPage() => Operations.GetTraceSummaries.ReadResponse(_page, ReadContext.Client);

    /// <summary>What the local service does with a call's body.</summary>
    [Benchmark(Description = "read a call of 50 documents (85 kB)")]
    public List<byte[]>? ReadCall() => SegmentDocumentTexts.Read(_call);

    /// <summary>The summary of a trace as it is stored.</summary>
    [Benchmark(Description = "summarise it and write the summary")]
    public byte[] WriteSummary() => SummaryJson.Write(SummaryFold.Summarize(_trace));

    /// <summary>What the local service does with a document.</summary>
    [Benchmark(Description = "read a document (1.5 kB)")]
    public SegmentDocument? ReadDocument() =>
        SegmentReader.TryRead(_document, out SegmentDocument? document, out _) ? document : null;

    /// <summary>What the local service does with a trace.</summary>
    [Benchmark(Description = "summarise a trace of one document")]
    public TraceSummary Summarize() => SummaryFold.Summarize(_trace);

    /// <summary>A filter over a page.</summary>
    [Benchmark(Description = "filter 100 summaries")]
    public int FilterPage()
    {
        int found = 0;
        foreach (SummaryView view in _views)
        {
            found += _filter.IsMatch(view) ? 1 : 0;
        }

        return found;
    }

    /// <summary>From text to a filter.</summary>
    [Benchmark(Description = "compile a filter")]
    public Filter Compile() => Filter.Parse("service(\"front\") { fault } AND annotation.tier = \"gold\"");

    internal static void Run(string[] arguments) =>
        BenchmarkSwitcher.FromTypes([typeof(MicroBenchmarks)]).Run(
            ["--filter", "*", .. arguments],

            // In this process: a generated project would have to find the checkout's settings and packages again.
            DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
}
