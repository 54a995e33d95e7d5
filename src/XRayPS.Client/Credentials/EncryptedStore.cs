using Amazon.Runtime.CredentialManagement;

namespace XRayPS.Client.Credentials;

/// <summary>The SDK's encrypted store on Windows, in which AWS.Tools' Set-AWSCredential keeps profiles.</summary>
internal static class EncryptedStore
{
    internal static IReadOnlyList<string> Names(string? location) =>
        Open(location)?.ListProfileNames() ?? [];

    internal static bool TryGetProfile(string name, string? location, out CredentialProfile? profile)
    {
        profile = null;
        return Open(location)?.TryGetProfile(name, out profile) == true;
    }

    private static NetSDKCredentialsFile? Open(string? location)
    {
        try
        {
            return location is null && OperatingSystem.IsWindows() ? new NetSDKCredentialsFile() : null;
        }
        catch (Amazon.Runtime.AmazonClientException)
        {
            // The store cannot be opened for this user: then it holds nothing for him.
            return null;
        }
    }
}
