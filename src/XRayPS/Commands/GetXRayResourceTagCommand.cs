using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Gets the tags of groups and sampling rules.</summary>
[Cmdlet(VerbsCommon.Get, "XRayResourceTag", SupportsPaging = true)]
[CmdletOperation("ListTagsForResource")]
[OutputType(typeof(Tag))]
public sealed class GetXRayResourceTagCommand : XRayTokenCmdlet
{
    /// <summary>ARNs of groups and sampling rules.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupARN", "RuleARN")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceArnCompleter))]
    public string[] ResourceARN { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PageToken? start = StartToken(PagedOperations.Tags.Operation.Name);
        foreach (string arn in ResourceARN)
        {
            Stream(
                PagedOperations.Tags,
                new ListTagsForResourceRequest { ResourceARN = arn },
                start,
                window: null,
                arn,
                page => page.Response.Tags.ForEach(tag => tag.ResourceARN = arn));
        }
    }
}
