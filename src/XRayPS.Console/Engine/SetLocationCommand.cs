using System.Management.Automation;

namespace XRayPS.Console.Engine;

/// <summary>
/// Changes the folder. The cmdlet of this name ships with PowerShell 7, not with the engine; a prompt without
/// <c>cd</c> is none, so this one stands in.
/// </summary>
[Cmdlet(VerbsCommon.Set, "Location")]
public sealed class SetLocationCommand : PSCmdlet
{
    /// <summary>The folder; the home folder when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string Path { get; set; } = "~";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string path = Path == "~" ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) : Path;
        SessionState.Path.SetLocation(path);
    }
}
