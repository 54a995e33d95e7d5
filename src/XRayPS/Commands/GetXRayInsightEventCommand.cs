using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Lists how X-Ray saw insights change.</summary>
[Cmdlet(VerbsCommon.Get, "XRayInsightEvent", SupportsPaging = true)]
[CmdletOperation("GetInsightEvents")]
[OutputType(typeof(InsightEvent))]
public sealed class GetXRayInsightEventCommand : XRayTokenCmdlet
{
    /// <summary>Ids of insights.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[] InsightId { get; set; } = [];

    /// <inheritdoc/>
    [Parameter]
    [Alias("MaxResult", "MaxResults")]
    [ValidateRange(1, 50)]
    public override int PageSize { get; set; }

    /// <inheritdoc/>
    private protected override bool TakesPageSize => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in InsightId)
        {
            Stream(
                PagedOperations.InsightEvents,
                new GetInsightEventsRequest { InsightId = id, MaxResults = AskedPageSize },
                StartToken(PagedOperations.InsightEvents.Operation.Name),
                null,
                id,
                page => page.Response.InsightEvents.ForEach(found => found.InsightId = id));
        }
    }
}
