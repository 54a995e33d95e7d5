using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>Removes tags of a group or sampling rule.</summary>
internal sealed class UntagResource(Account account, TaggableResources resources, ResourceTags tags)
    : Handler<UntagResourceRequest, Empty>(Operations.UntagResource)
{
    protected override ValueTask<Empty> HandleAsync(UntagResourceRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                resources.Demand(request.ResourceARN!);
                await tags.RemoveAsync(request.ResourceARN!, request.TagKeys!, cancellationToken).ConfigureAwait(false);
                return new Empty();
            },
            cancellationToken);
}
