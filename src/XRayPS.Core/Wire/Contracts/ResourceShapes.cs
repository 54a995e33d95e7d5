using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of tags and resource policies, as the model has them.</summary>
internal static class ResourceShapes
{
    private const string PolicyName = @"[\w+=,.@-]+";

    internal static Shape<Tag> Tag { get; } = new Shape<Tag>("Tag")
        .Text("Key", static r => r.Key, static (r, v) => r.Key = v, TextRule.Length(1, 128), required: true)
        .Text("Value", static r => r.Value, static (r, v) => r.Value = v, TextRule.Length(0, 256), required: true);

    internal static Shape<ListTagsForResourceRequest> ListTagsForResourceRequest { get; } = new Shape<ListTagsForResourceRequest>("ListTagsForResourceRequest")
        .Text("ResourceARN", static r => r.ResourceARN, static (r, v) => r.ResourceARN = v, TextRule.Length(1, 1011), required: true)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<ListTagsForResourceResponse> ListTagsForResourceResponse { get; } = new Shape<ListTagsForResourceResponse>("ListTagsForResourceResponse")
        .Structures("Tags", static r => r.Tags, static (r, v) => r.Tags = v!, static () => Tag)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<TagResourceRequest> TagResourceRequest { get; } = new Shape<TagResourceRequest>("TagResourceRequest")
        .Text("ResourceARN", static r => r.ResourceARN, static (r, v) => r.ResourceARN = v, TextRule.Length(1, 1011), required: true)
        .Structures("Tags", static r => r.Tags, static (r, v) => r.Tags = v, static () => Tag, new CountRule(0, 200), required: true);

    internal static Shape<UntagResourceRequest> UntagResourceRequest { get; } = new Shape<UntagResourceRequest>("UntagResourceRequest")
        .Text("ResourceARN", static r => r.ResourceARN, static (r, v) => r.ResourceARN = v, TextRule.Length(1, 1011), required: true)
        .Texts("TagKeys", static r => r.TagKeys, static (r, v) => r.TagKeys = v, TextRule.Length(1, 128), new CountRule(0, 200), required: true);

    internal static Shape<TokenRequest> ListResourcePoliciesRequest { get; } = new Shape<TokenRequest>("ListResourcePoliciesRequest")
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v, TextRule.Length(1, 100));

    internal static Shape<ResourcePolicy> ResourcePolicy { get; } = new Shape<ResourcePolicy>("ResourcePolicy")
        .Text("PolicyName", static r => r.PolicyName, static (r, v) => r.PolicyName = v)
        .Text("PolicyDocument", static r => r.PolicyDocument, static (r, v) => r.PolicyDocument = v)
        .Text("PolicyRevisionId", static r => r.PolicyRevisionId, static (r, v) => r.PolicyRevisionId = v)
        .Timestamp("LastUpdatedTime", static r => r.LastUpdatedTime, static (r, v) => r.LastUpdatedTime = v);

    internal static Shape<ListResourcePoliciesResponse> ListResourcePoliciesResponse { get; } = new Shape<ListResourcePoliciesResponse>("ListResourcePoliciesResponse")
        .Structures("ResourcePolicies", static r => r.ResourcePolicies, static (r, v) => r.ResourcePolicies = v!, static () => ResourcePolicy)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<PutResourcePolicyRequest> PutResourcePolicyRequest { get; } = new Shape<PutResourcePolicyRequest>("PutResourcePolicyRequest")
        .Text("PolicyName", static r => r.PolicyName, static (r, v) => r.PolicyName = v, new TextRule(1, 128, PolicyName), required: true)
        .Text("PolicyDocument", static r => r.PolicyDocument, static (r, v) => r.PolicyDocument = v, required: true)
        .Text("PolicyRevisionId", static r => r.PolicyRevisionId, static (r, v) => r.PolicyRevisionId = v)
        .Boolean("BypassPolicyLockoutCheck", static r => r.BypassPolicyLockoutCheck, static (r, v) => r.BypassPolicyLockoutCheck = v);

    internal static Shape<PutResourcePolicyResponse> PutResourcePolicyResponse { get; } = new Shape<PutResourcePolicyResponse>("PutResourcePolicyResponse")
        .Structure("ResourcePolicy", static r => r.ResourcePolicy, static (r, v) => r.ResourcePolicy = v, static () => ResourcePolicy);

    internal static Shape<DeleteResourcePolicyRequest> DeleteResourcePolicyRequest { get; } = new Shape<DeleteResourcePolicyRequest>("DeleteResourcePolicyRequest")
        .Text("PolicyName", static r => r.PolicyName, static (r, v) => r.PolicyName = v, new TextRule(1, 128, PolicyName), required: true)
        .Text("PolicyRevisionId", static r => r.PolicyRevisionId, static (r, v) => r.PolicyRevisionId = v);
}
