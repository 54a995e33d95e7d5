using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Removes tags from groups and sampling rules.</summary>
[Cmdlet(VerbsCommon.Remove, "XRayResourceTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[CmdletOperation("UntagResource")]
[OutputType(typeof(Tag))]
public sealed class RemoveXRayResourceTagCommand : XRayApiCmdlet
{
    /// <summary>ARNs of groups and sampling rules.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupARN", "RuleARN")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceArnCompleter))]
    public string[] ResourceARN { get; set; } = [];

    /// <summary>Keys of the tags.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKeys", "Key")]
    [ValidateNotNullOrEmpty]
    public string[] TagKey { get; set; } = [];

    /// <summary>Write the tags that were removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string arn in ResourceARN)
        {
            if (ShouldProcess(arn, $"Remove tag {string.Join("; ", TagKey)}"))
            {
                UntagResourceRequest request = new() { ResourceARN = arn, TagKeys = new RecordList<string>(TagKey) };
                Call((caller, token) => RemoveAsync(caller, request, token), arn);
            }
        }
    }

    private async Task RemoveAsync(ApiCaller caller, UntagResourceRequest request, CancellationToken token)
    {
        List<Tag> removed = [];
        ListTagsForResourceRequest list = new() { ResourceARN = request.ResourceARN };
        if (PassThru)
        {
            await foreach (Page<ListTagsForResourceResponse> page in PageReader
                .ReadAsync(caller, PagedOperations.Tags, list, null, token).ConfigureAwait(false))
            {
                removed.AddRange(page.Response.Tags.Where(tag => request.TagKeys!.Contains(tag.Key ?? "")));
            }
        }

        await caller.SendAsync(Operations.UntagResource, request, token).ConfigureAwait(false);
        foreach (Tag tag in removed)
        {
            tag.ResourceARN = request.ResourceARN;
            caller.Feed.Write(tag);
        }
    }
}
