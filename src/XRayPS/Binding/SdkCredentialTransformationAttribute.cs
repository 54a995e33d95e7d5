using System.Management.Automation;
using XRayPS.Session;

namespace XRayPS.Binding;

/// <summary>
/// Takes a credentials object of any build of the AWS SDK, what AWS.Tools wraps around one, or a PSCredential that holds
/// an access key.
/// </summary>
internal sealed class SdkCredentialTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = Arguments.Unwrap(inputData);
        if (value is PSCredential pair)
        {
            return new KeyPair(pair.UserName, pair.GetNetworkCredential().Password);
        }

        if (value is null or string or KeyPair)
        {
            return value is KeyPair
                ? value
                : throw new ArgumentTransformationMetadataException(
                    "-Credential takes a credentials object of the AWS SDK or a PSCredential of an access key id and its secret key.");
        }

        return StoredVariables.CredentialsOf(value);
    }
}
