namespace XRayPS;

/// <summary>A tag of a group or sampling rule.</summary>
public sealed class Tag
{
    /// <summary>The key, 1 to 128 characters.</summary>
    public string? Key { get; set; }

    /// <summary>The value, up to 256 characters.</summary>
    public string? Value { get; set; }

    /// <summary>What carries the tag, where it was read from a resource; null in requests. It is not sent.</summary>
    public string? ResourceARN { get; set; }

    /// <summary>Key and value.</summary>
    public override string ToString() => $"{Key}={Value}";
}
