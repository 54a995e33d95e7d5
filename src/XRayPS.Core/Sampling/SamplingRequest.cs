namespace XRayPS.Core.Sampling;

/// <summary>What sampling rules look at. Null or empty matches any pattern, as in the X-Ray SDKs.</summary>
public sealed record SamplingRequest
{
    /// <summary>The segment's name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The segment's origin, such as <c>AWS::EC2::Instance</c>.</summary>
    public string? ServiceType { get; init; }

    /// <summary>The Host header.</summary>
    public string? Host { get; init; }

    /// <summary>The method.</summary>
    public string? HttpMethod { get; init; }

    /// <summary>The path of the URL.</summary>
    public string? UrlPath { get; init; }

    /// <summary>The ARN of the AWS resource that runs the code.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>Attributes of the request.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
