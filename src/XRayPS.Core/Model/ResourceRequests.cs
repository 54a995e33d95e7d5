namespace XRayPS.Core.Model;

/// <summary>Request of ListTagsForResource.</summary>
public sealed class ListTagsForResourceRequest : ITokenCarrier
{
    /// <summary>A group or a sampling rule.</summary>
    public string? ResourceARN { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of ListTagsForResource.</summary>
public sealed class ListTagsForResourceResponse : ITokenCarrier
{
    /// <summary>The tags.</summary>
    public RecordList<Tag> Tags { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of TagResource.</summary>
public sealed class TagResourceRequest
{
    /// <summary>A group or a sampling rule.</summary>
    public string? ResourceARN { get; set; }

    /// <summary>Tags to add or overwrite.</summary>
    public RecordList<Tag>? Tags { get; set; }
}

/// <summary>Request of UntagResource.</summary>
public sealed class UntagResourceRequest
{
    /// <summary>A group or a sampling rule.</summary>
    public string? ResourceARN { get; set; }

    /// <summary>Keys to remove.</summary>
    public RecordList<string>? TagKeys { get; set; }
}

/// <summary>Response of ListResourcePolicies.</summary>
public sealed class ListResourcePoliciesResponse : ITokenCarrier
{
    /// <summary>The policies.</summary>
    public RecordList<ResourcePolicy> ResourcePolicies { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of PutResourcePolicy.</summary>
public sealed class PutResourcePolicyRequest
{
    /// <summary>The name.</summary>
    public string? PolicyName { get; set; }

    /// <summary>The policy, JSON.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>The revision that is to be replaced; 0 for none.</summary>
    public string? PolicyRevisionId { get; set; }

    /// <summary>Whether the caller may lock himself out.</summary>
    public bool? BypassPolicyLockoutCheck { get; set; }
}

/// <summary>Response of PutResourcePolicy.</summary>
public sealed class PutResourcePolicyResponse
{
    /// <summary>The policy.</summary>
    public ResourcePolicy? ResourcePolicy { get; set; }
}

/// <summary>Request of DeleteResourcePolicy.</summary>
public sealed class DeleteResourcePolicyRequest
{
    /// <summary>The name.</summary>
    public string? PolicyName { get; set; }

    /// <summary>The revision that is to be removed.</summary>
    public string? PolicyRevisionId { get; set; }
}
