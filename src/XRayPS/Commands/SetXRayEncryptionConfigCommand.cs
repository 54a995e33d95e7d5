using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Encryption;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Says how X-Ray is to encrypt traces at rest.</summary>
[Cmdlet(VerbsCommon.Set, "XRayEncryptionConfig", SupportsShouldProcess = true)]
[CmdletOperation("PutEncryptionConfig")]
[OutputType(typeof(EncryptionConfig))]
public sealed class SetXRayEncryptionConfigCommand : XRayApiCmdlet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whose keys: X-Ray's own (NONE) or one of AWS KMS.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public EncryptionType Type { get; set; }

    /// <summary>The KMS key by alias, id or ARN; without it the present key stays.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? KeyId { get; set; }

    /// <summary>Wait until the setting is in force.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string key = string.IsNullOrEmpty(KeyId) ? "" : " with " + KeyId;
        if (!ShouldProcess("the encryption of traces", $"Set to {Type}{key}"))
        {
            return;
        }

        try
        {
            Call(
                async (caller, token) =>
                {
                    EncryptionConfig config = await EncryptionCalls
                        .PutAsync(caller, Type, await KeyAsync(caller, token).ConfigureAwait(false), token).ConfigureAwait(false);
                    caller.Feed.Write(Wait
                        ? await EncryptionCalls.WaitAsync(caller, EncryptionStatus.ACTIVE, Patience, token).ConfigureAwait(false)
                        : config);
                },
                KeyId ?? (object)Type);
        }
        catch (TimeoutException late)
        {
            WriteError(ErrorRecords.TimedOut(late.Message, Type));
        }
    }

    /// <summary>The API forgets what a call does not name, so the present key is named again.</summary>
    private async Task<string?> KeyAsync(ApiCaller caller, CancellationToken token)
    {
        if (Type != EncryptionType.KMS || !string.IsNullOrEmpty(KeyId))
        {
            return string.IsNullOrEmpty(KeyId) ? null : KeyId;
        }

        return (await EncryptionCalls.GetAsync(caller, token).ConfigureAwait(false)).KeyId;
    }
}
