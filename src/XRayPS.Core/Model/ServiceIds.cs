namespace XRayPS;

/// <summary>A service by name and type, as summaries and root causes name it.</summary>
public sealed class ServiceId
{
    /// <summary>The canonical name.</summary>
    public string? Name { get; set; }

    /// <summary>All names; in practice the one name.</summary>
    public RecordList<string> Names { get; set; } = [];

    /// <summary>The account of the service; null for the own account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The kind, such as <c>AWS::EC2::Instance</c>, <c>remote</c> or <c>client</c>; null without an origin.</summary>
    public string? Type { get; set; }

    /// <summary>Name and type.</summary>
    public override string ToString() => Type is null ? Name ?? "" : $"{Name} ({Type})";
}
