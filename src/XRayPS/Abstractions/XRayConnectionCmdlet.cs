using System.Management.Automation;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Ports;
using XRayPS.Session;

namespace XRayPS.Abstractions;

/// <summary>
/// The parameters that say where to connect and as whom, named as in the AWS.Tools modules.
/// </summary>
public abstract class XRayConnectionCmdlet : XRayCmdlet
{
    private protected XRayConnectionCmdlet()
    {
    }

    /// <summary>The AWS region, such as <c>eu-west-1</c>.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>A profile of the AWS files.</summary>
    [Parameter]
    [Alias("AWSProfileName", "StoredCredentials")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The file, or the folder of the files, that holds the profile.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id; needs -SecretKey.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret key that belongs to -AccessKey.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary keys.</summary>
    [Parameter]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>A credentials object of the AWS SDK, or a PSCredential of an access key id and its secret key.</summary>
    [Parameter]
    [ValidateNotNull]
    [SdkCredentialTransformation]
    public object? Credential { get; set; }

    /// <summary>The endpoint to call; one on loopback needs neither credentials nor a region.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>What the parameters say.</summary>
    private protected ClientSettings CallSettings()
    {
        if ((AccessKey is null) != (SecretKey is null))
        {
            ThrowTerminatingError(Errors.ErrorRecords.BadArgument(
                "IncompleteKeyPair", "-AccessKey and -SecretKey belong together; only one of them was given.", AccessKey));
        }

        if (EndpointUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
        {
            ThrowTerminatingError(Errors.ErrorRecords.BadArgument(
                "BadEndpoint", $"'{url}' is no endpoint; say it like http://127.0.0.1:2000.", url));
        }

        KeyPair? pair = Credential as KeyPair;
        return new ClientSettings
        {
            Region = Region,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is null ? null : FilePath(ProfileLocation),
            AccessKey = pair?.AccessKey ?? AccessKey,
            SecretKey = pair?.SecretKey ?? SecretKey,
            SessionToken = SessionToken,
            Credential = pair is null ? Credential : null,
            EndpointUrl = EndpointUrl,
        };
    }

    /// <summary>What the cmdlet connects with, from all sources.</summary>
    /// <param name="session">What the process is connected to.</param>
    private protected EffectiveConnection Effective(SessionConnection? session)
    {
        EffectiveConnection merged = EffectiveConnection.Merge(CallSettings(), session);
        return merged with
        {
            Settings = merged.Settings with
            {
                DefaultRegion = StoredVariables.Region(SessionState.PSVariable),
                DefaultCredential = StoredVariables.Credentials(SessionState.PSVariable),
            },
        };
    }
}
