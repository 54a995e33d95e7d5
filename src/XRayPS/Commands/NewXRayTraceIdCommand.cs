using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Documents;

namespace XRayPS.Commands;

/// <summary>Makes trace ids.</summary>
[Cmdlet(VerbsCommon.New, "XRayTraceId")]
[OutputType(typeof(string))]
public sealed class NewXRayTraceIdCommand : PSCmdlet
{
    /// <summary>How many.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>The time that the ids carry; by default the present.</summary>
    [Parameter(ValueFromPipeline = true)]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? Time { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        for (int i = 0; i < Count; i++)
        {
            WriteObject(TraceId.New(Time ?? XRayCmdlet.Clock.GetUtcNow()));
        }
    }
}
