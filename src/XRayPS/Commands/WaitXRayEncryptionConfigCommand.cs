using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Encryption;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Waits until the encryption setting is in force.</summary>
[Cmdlet(VerbsLifecycle.Wait, "XRayEncryptionConfig")]
[CmdletOperation("GetEncryptionConfig")]
[OutputType(typeof(EncryptionConfig))]
public sealed class WaitXRayEncryptionConfigCommand : XRayApiCmdlet
{
    /// <summary>The status to wait for.</summary>
    [Parameter(Position = 0)]
    public EncryptionStatus Status { get; set; }

    /// <summary>Seconds to wait at most.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>The setting as Get- or Set-XRayEncryptionConfig wrote it, so that their output can be piped here.</summary>
    [Parameter(ValueFromPipeline = true)]
    public EncryptionConfig? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            Call(async (caller, token) => caller.Feed.Write(await EncryptionCalls
                .WaitAsync(caller, Status, TimeSpan.FromSeconds(TimeoutSec), token).ConfigureAwait(false)));
        }
        catch (TimeoutException late)
        {
            WriteError(ErrorRecords.TimedOut(late.Message, Status));
        }
    }
}
