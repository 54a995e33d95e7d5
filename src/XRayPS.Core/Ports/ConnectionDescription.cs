namespace XRayPS.Core.Ports;

/// <summary>Where a client sends and how it came to that, without secrets.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Region">The region that requests are signed for.</param>
/// <param name="RegionSource">A few words: which source named the region.</param>
/// <param name="CredentialSource">A few words: which source gave the credentials.</param>
/// <param name="AccessKeyId">The access key id, of which only the last four characters are shown; null when unsigned.</param>
public sealed record ConnectionDescription(
    Uri Endpoint, string? Region, string RegionSource, string CredentialSource, string? AccessKeyId);
