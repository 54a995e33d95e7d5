using Amazon.Runtime;

namespace XRayPS.Client.Credentials;

/// <summary>Credentials and the few words that name where they came from.</summary>
/// <param name="Value">The credentials; null for unsigned requests.</param>
/// <param name="Source">Where they came from, without secrets.</param>
internal sealed record ResolvedCredentials(AWSCredentials? Value, string Source);
