using System.Text;
using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Summaries;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Support;

/// <summary>Answers from the folds alone: every trace that was put is on every page, and only documents are checked.</summary>
public sealed class FoldTarget : ICaseTarget
{
    private readonly List<ReceivedDocument> _received = [];
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_000);
    private long _call;

    /// <inheritdoc/>
    public void SetTime(DateTimeOffset now) => _now = now;

    /// <inheritdoc/>
    public Task<string> AskAsync(string operation, string body) => Task.FromResult(operation switch
    {
        "PutTraceSegments" => Ask(Operations.PutTraceSegments, body, Put),
        "BatchGetTraces" => Ask(Operations.BatchGetTraces, body, Batch),
        "GetTraceSummaries" => Ask(Operations.GetTraceSummaries, body, Summarize),
        "GetTraceGraph" => Ask(Operations.GetTraceGraph, body, TraceGraph),
        "GetServiceGraph" => Ask(Operations.GetServiceGraph, body, ServiceGraph),
        _ => throw new NotSupportedException(operation),
    });

    private static string Ask<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, string body, Func<TRequest, TResponse> answer)
        where TRequest : class, new()
        where TResponse : class, new()
    {
        TRequest request = operation.Request.Parse(Encoding.UTF8.GetBytes(body), ReadContext.Service);
        return Encoding.UTF8.GetString(operation.WriteResponse(answer(request)));
    }

    private PutTraceSegmentsResponse Put(PutTraceSegmentsRequest request)
    {
        PutTraceSegmentsResponse response = new();
        _call++;
        foreach (string text in request.TraceSegmentDocuments ?? [])
        {
            if (SegmentReader.TryRead(Encoding.UTF8.GetBytes(text), out SegmentDocument? document, out DocumentRefusal? refusal))
            {
                _received.Add(new ReceivedDocument(document, _now, _call));
                continue;
            }

            response.UnprocessedTraceSegments.Add(
                new UnprocessedTraceSegment { Id = refusal.Id, ErrorCode = refusal.Code, Message = refusal.Message });
        }

        return response;
    }

    private BatchGetTracesResponse Batch(BatchGetTracesRequest request) => new()
    {
        Traces = new RecordList<Trace>(Traces()
            .Where(trace => request.TraceIds!.Contains(trace.Id))
            .Select(static trace => trace.ToTrace())),
    };

    private GetTraceSummariesResponse Summarize(GetTraceSummariesRequest request)
    {
        AssembledTrace[] traces = [.. Traces()];
        return new GetTraceSummariesResponse
        {
            TraceSummaries = new RecordList<TraceSummary>(traces.Select(static trace => SummaryFold.Summarize(trace))),
            ApproximateTime = request.StartTime,
            TracesProcessedCount = traces.Length,
        };
    }

    private GetTraceGraphResponse TraceGraph(GetTraceGraphRequest request) => new()
    {
        Services = GraphFold.OfTrace(Traces().Single(trace => request.TraceIds!.Contains(trace.Id))).Services,
    };

    private GetServiceGraphResponse ServiceGraph(GetServiceGraphRequest request)
    {
        GraphFold fold = new(GraphScope.Service);
        foreach (AssembledTrace trace in Traces())
        {
            fold.Add(trace, receivedAt => receivedAt >= request.StartTime && receivedAt < request.EndTime);
        }

        ServiceGraph graph = fold.Build();
        return new GetServiceGraphResponse
        {
            Services = graph.Services,
            StartTime = graph.StartTime,
            EndTime = graph.EndTime,
            ContainsOldGroupVersions = false,
        };
    }

    private IEnumerable<AssembledTrace> Traces() => _received
        .GroupBy(static received => received.Document.TraceId!)
        .Select(static group => TraceAssembly.Assemble(group.Key, [.. group]));
}
