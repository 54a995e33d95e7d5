using Amazon.Runtime;

namespace XRayPS.Client.Connection;

/// <summary>Everything that a client needs to know before it sends.</summary>
/// <param name="Endpoint">Where to.</param>
/// <param name="Region">The region to sign for; null when nothing is signed and none was named.</param>
/// <param name="RegionSource">Which source named the region.</param>
/// <param name="Credentials">The credentials; null for unsigned requests.</param>
/// <param name="CredentialSource">Which source gave them.</param>
internal sealed record ResolvedConnection(
    Uri Endpoint, string? Region, string RegionSource, AWSCredentials? Credentials, string CredentialSource);
