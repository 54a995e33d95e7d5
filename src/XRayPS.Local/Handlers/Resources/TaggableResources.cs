using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>Which ARNs can carry tags.</summary>
/// <param name="exists">One test for each kind of resource.</param>
internal sealed class TaggableResources(params IReadOnlyList<Func<string, bool>> exists)
{
    /// <exception cref="Refusal">Nothing has this ARN.</exception>
    internal void Demand(string arn)
    {
        if (!exists.Any(test => test(arn)))
        {
            throw Refusal.ResourceNotFound($"Resource {arn} not found", arn);
        }
    }
}
