using System.Management.Automation;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Paging;
using XRayPS.Retrieval;

namespace XRayPS.Abstractions;

/// <summary>The rung of the cmdlets that read what a retrieval of traces brought back.</summary>
public abstract class XRayRetrievalCmdlet : XRayTokenCmdlet
{
    private protected XRayRetrievalCmdlet()
    {
    }

    /// <summary>The token of a retrieval.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] RetrievalToken { get; set; } = [];

    /// <summary>Wait until the retrieval is complete.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string token in RetrievalToken)
        {
            if (Budget.IsSpent)
            {
                return;
            }

            try
            {
                Read(token);
            }
            catch (RetrievalEndedException ended)
            {
                WriteError(ErrorRecords.RetrievalEnded(ended.Status, token));
            }
            catch (TimeoutException late)
            {
                WriteError(ErrorRecords.TimedOut(late.Message, token));
            }
        }
    }

    /// <summary>Reads a retrieval.</summary>
    /// <param name="retrievalToken">The token of the retrieval.</param>
    private protected abstract void Read(string retrievalToken);

    /// <summary>The pages of a retrieval.</summary>
    private protected IAsyncEnumerable<Page<TResponse>> Pages<TRequest, TResponse, TItem>(
        ApiCaller caller,
        PagedOperation<TRequest, TResponse, TItem> paged,
        TRequest request,
        PageToken? start,
        Func<TResponse, string?> statusOf,
        CancellationToken token)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new() =>
        RetrievalPages.ReadAsync(
            caller, paged, request, start?.Service, statusOf, Wait ? TimeSpan.FromSeconds(TimeoutSec) : null, token);

    /// <summary>Says why there is nothing, while a retrieval is under way.</summary>
    /// <param name="status">How far it is.</param>
    private protected void TellStatus(string? status)
    {
        if (status is "SCHEDULED" or "RUNNING")
        {
            WriteWarning($"The retrieval is {status}: there is nothing to read yet. -Wait waits for it.");
        }
    }
}
