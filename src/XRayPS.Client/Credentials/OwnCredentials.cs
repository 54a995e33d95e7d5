using Amazon.Runtime;

namespace XRayPS.Client.Credentials;

/// <summary>
/// The SDK's role credentials look for AWSSDK.SecurityToken by its simple name over all load contexts: a copy that another
/// module loaded into the default context breaks them. They show what they were made of, so the calls are made here.
/// </summary>
internal static class OwnCredentials
{
    internal static AWSCredentials For(AWSCredentials credentials, string region, ClientTuning tuning) => credentials switch
    {
        AssumeRoleAWSCredentials role => new RoleCredentials(
            For(role.SourceCredentials, region, tuning),
            role.RoleArn,
            role.RoleSessionName,
            role.Options,
            StsClient.For(region, tuning)),
        AssumeRoleWithWebIdentityCredentials identity => new WebIdentityCredentials(
            identity.WebIdentityTokenFile, identity.RoleArn, identity.RoleSessionName, StsClient.For(region, tuning)),
        _ => credentials,
    };
}
