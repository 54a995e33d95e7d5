using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>The tags of a group or sampling rule; a token is ignored (observed).</summary>
internal sealed class ListTagsForResource(TaggableResources resources, ResourceTags tags)
    : Handler<ListTagsForResourceRequest, ListTagsForResourceResponse>(Operations.ListTagsForResource)
{
    protected override ValueTask<ListTagsForResourceResponse> HandleAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken)
    {
        resources.Demand(request.ResourceARN!);
        return new(new ListTagsForResourceResponse { Tags = new RecordList<Tag>(tags.Of(request.ResourceARN!)) });
    }
}
