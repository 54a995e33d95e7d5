namespace XRayPS.Core.Ports;

/// <summary>What a caller said about the connection; null means that nothing was said.</summary>
public sealed record ClientSettings
{
    /// <summary>The AWS region, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The name of a profile in the AWS files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The file, or the folder of the files, that holds the profile.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The access key id.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// A credentials object of any build of the AWS SDK for .NET, read through its <c>GetCredentials</c> method.
    /// </summary>
    public object? Credential { get; init; }

    /// <summary>The endpoint; on loopback neither credentials nor a region are needed.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>A region to fall back to, from <c>$StoredAWSRegion</c>.</summary>
    public string? DefaultRegion { get; init; }

    /// <summary>A credentials object to fall back to, from <c>$StoredAWSCredentials</c>.</summary>
    public object? DefaultCredential { get; init; }
}
