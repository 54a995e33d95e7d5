using System.Management.Automation;
using System.Runtime.CompilerServices;
using XRayPS.Abstractions;
using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Errors;
using XRayPS.Paging;

namespace XRayPS.Traces;

/// <summary>Fetches traces by id, in the order of the ids. No id is passed over in silence.</summary>
internal sealed class TraceFetcher(ApiCaller caller)
{
    /// <summary>Ids in one call; X-Ray refuses more.</summary>
    internal const int BatchSize = 5;

    private const int Attempts = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <summary>The traces of some ids, batch by batch.</summary>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    internal async IAsyncEnumerable<TraceBatch> FetchAsync(
        IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string[] batch in ids.Chunk(BatchSize))
        {
            yield return await FetchBatchAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TraceBatch> FetchBatchAsync(string[] ids, CancellationToken cancellationToken)
    {
        Dictionary<string, Trace> found = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, ErrorRecord> errors = new(StringComparer.OrdinalIgnoreCase);
        await CollectAsync(ids, found, errors, cancellationToken).ConfigureAwait(false);

        BatchGetTracesResponse response = new();
        foreach (string id in ids)
        {
            if (found.TryGetValue(id, out Trace? trace))
            {
                response.Traces.Add(Parse(trace));
            }
            else if (!errors.ContainsKey(id))
            {
                errors[id] = ErrorRecords.TraceNotFound(id);
            }
        }

        return new TraceBatch(response, [.. ids.Where(errors.ContainsKey).Select(id => errors[id])]);
    }

    private async Task CollectAsync(
        string[] ids, Dictionary<string, Trace> found, Dictionary<string, ErrorRecord> errors, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(ids, found, errors, cancellationToken).ConfigureAwait(false);
        }
        catch (XRayException refused) when (refused.Kind is FailureKind.Refused or FailureKind.NotFound)
        {
            if (ids.Length == 1)
            {
                errors[ids[0]] = ErrorRecords.ForCall(refused, ids[0]);
                return;
            }

            // One id that is no id makes the service refuse all five: ask for each by itself.
            foreach (string id in ids)
            {
                await CollectAsync([id], found, errors, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task AskAsync(
        string[] ids, Dictionary<string, Trace> found, Dictionary<string, ErrorRecord> errors, CancellationToken cancellationToken)
    {
        string[] pending = ids;
        for (int attempt = 1; ; attempt++)
        {
            List<string> unprocessed = [];
            BatchGetTracesRequest request = new() { TraceIds = new RecordList<string>(pending) };
            await foreach (Page<BatchGetTracesResponse> page in PageReader
                .ReadAsync(caller, PagedOperations.Traces, request, null, cancellationToken).ConfigureAwait(false))
            {
                foreach (Trace trace in page.Response.Traces.Where(static trace => trace.Id is not null))
                {
                    found[trace.Id!] = trace;
                }

                unprocessed.AddRange(page.Response.UnprocessedTraceIds);
            }

            pending = [.. pending.Where(id =>
                !found.ContainsKey(id) && unprocessed.Contains(id, StringComparer.OrdinalIgnoreCase))];
            if (pending.Length == 0)
            {
                return;
            }

            if (attempt == Attempts)
            {
                break;
            }

            await Task.Delay(FirstPause * (1 << (attempt - 1)), caller.Clock, cancellationToken).ConfigureAwait(false);
        }

        foreach (string id in pending)
        {
            errors[id] = ErrorRecords.TraceUnprocessed(id, Attempts);
        }
    }

    private static Trace Parse(Trace trace)
    {
        foreach (Segment segment in trace.Segments)
        {
            segment.Parsed = SegmentReader.ReadReturned(segment.Document);
        }

        return trace;
    }
}
