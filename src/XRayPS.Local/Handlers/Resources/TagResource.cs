using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>Sets tags of a group or sampling rule. An empty list changes nothing (observed).</summary>
internal sealed class TagResource(Account account, TaggableResources resources, ResourceTags tags)
    : Handler<TagResourceRequest, Empty>(Operations.TagResource)
{
    protected override ValueTask<Empty> HandleAsync(TagResourceRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                resources.Demand(request.ResourceARN!);
                await tags.AddAsync(request.ResourceARN!, request.Tags!, cancellationToken).ConfigureAwait(false);
                return new Empty();
            },
            cancellationToken);
}
