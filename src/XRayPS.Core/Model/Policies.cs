namespace XRayPS;

/// <summary>A policy that lets AWS services send traces to the account.</summary>
public sealed class ResourcePolicy
{
    /// <summary>The name.</summary>
    public string? PolicyName { get; set; }

    /// <summary>Counts the puts, from 1.</summary>
    public string? PolicyRevisionId { get; set; }

    /// <summary>When it was last put, in whole seconds.</summary>
    public DateTimeOffset? LastUpdatedTime { get; set; }

    /// <summary>The policy, JSON.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => PolicyName ?? "";
}
