using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Encryption;

namespace XRayPS.Commands;

/// <summary>Shows how X-Ray encrypts traces at rest.</summary>
[Cmdlet(VerbsCommon.Get, "XRayEncryptionConfig")]
[CmdletOperation("GetEncryptionConfig")]
[OutputType(typeof(EncryptionConfig))]
public sealed class GetXRayEncryptionConfigCommand : XRayApiCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => Call(async (caller, token) =>
        caller.Feed.Write(await EncryptionCalls.GetAsync(caller, token).ConfigureAwait(false)));
}
