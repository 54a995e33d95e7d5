using XRayPS.Abstractions;
using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;
using XRayPS.Paging;

namespace XRayPS.Retrieval;

/// <summary>Starts retrievals of traces.</summary>
/// <param name="caller">Calls the operation, and takes what is written.</param>
/// <param name="window">The window that holds the traces.</param>
internal sealed class RetrievalStarter(ApiCaller caller, TimeWindow window)
{
    /// <summary>Starts a retrieval of some ids; one that is no id is an error, and the others are retrieved.</summary>
    /// <param name="ids">The ids, at most a hundred.</param>
    /// <param name="token">Ends the call.</param>
    internal async Task StartAsync(string[] ids, CancellationToken token)
    {
        try
        {
            await SendAsync(ids, token).ConfigureAwait(false);
        }
        catch (XRayException refused) when (refused.Kind is FailureKind.Refused && ids.Length > 1 && !ids.All(IsId))
        {
            // One id that is no id makes the service refuse all: those go by themselves, and the rest together.
            foreach (string id in ids.Where(static id => !IsId(id)))
            {
                await TrySendAsync([id], token).ConfigureAwait(false);
            }

            await TrySendAsync([.. ids.Where(IsId)], token).ConfigureAwait(false);
        }
    }

    private static bool IsId(string text) => TraceId.IsValid(text);

    private async Task TrySendAsync(string[] ids, CancellationToken token)
    {
        if (ids.Length == 0)
        {
            return;
        }

        try
        {
            await SendAsync(ids, token).ConfigureAwait(false);
        }
        catch (XRayException refused) when (refused.Kind is FailureKind.Refused)
        {
            caller.Feed.Error(ErrorRecords.ForCall(refused, ids.Length == 1 ? ids[0] : ids));
        }
    }

    private async Task SendAsync(string[] ids, CancellationToken token)
    {
        StartTraceRetrievalRequest request = new()
        {
            TraceIds = new RecordList<string>(ids),
            StartTime = window.Start,
            EndTime = window.End,
        };
        Reply<StartTraceRetrievalResponse> reply =
            await caller.SendAsync(Operations.StartTraceRetrieval, request, token).ConfigureAwait(false);
        caller.Feed.Write(new TraceRetrieval
        {
            RetrievalToken = reply.Value.RetrievalToken ?? "",
            TraceIds = new RecordList<string>(ids),
            StartTime = window.Start,
            EndTime = window.End,
        });
    }
}
