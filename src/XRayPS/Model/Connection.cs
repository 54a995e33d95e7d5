namespace XRayPS;

/// <summary>What the cmdlets of this session call, and which source named it.</summary>
public sealed class Connection
{
    /// <summary>The endpoint.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The region that requests are signed for; null where none is needed.</summary>
    public string? Region { get; init; }

    /// <summary>The profile that was named; null when none was.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Who connected: a cmdlet, or the AWS defaults.</summary>
    public string Source { get; init; } = "";

    /// <summary>Which source named the region.</summary>
    public string RegionSource { get; init; } = "";

    /// <summary>Which source gave the credentials.</summary>
    public string CredentialSource { get; init; } = "";

    /// <summary>The end of the access key id; null when requests are not signed.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>Whether the endpoint is a local X-Ray of this process.</summary>
    public bool IsLocalService { get; init; }

    /// <summary>The endpoint.</summary>
    public override string ToString() => Endpoint?.ToString() ?? "";
}
