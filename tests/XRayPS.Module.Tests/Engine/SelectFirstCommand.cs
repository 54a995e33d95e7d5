using System.Management.Automation;
using System.Reflection;

namespace XRayPS.Module.Tests.Engine;

/// <summary>
/// Stops upstream after some objects, as Select-Object -First does, which an engine alone does not have: the same exception,
/// which only the engine can make.
/// </summary>
[Cmdlet(VerbsCommon.Select, "First")]
public sealed class SelectFirstCommand : PSCmdlet
{
    private static readonly Type Stop = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException")!;
    private int _seen;

    [Parameter(Position = 0)]
    public int Count { get; set; } = 1;

    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        if (++_seen == Count)
        {
            const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
            throw (Exception)Activator.CreateInstance(Stop, Any, null, [this], null)!;
        }
    }
}
