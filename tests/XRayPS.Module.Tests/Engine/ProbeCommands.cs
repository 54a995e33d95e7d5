using System.Management.Automation;
using XRayPS.Binding;

namespace XRayPS.Module.Tests.Engine;

/// <summary>Writes what the binder made of an instant.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Instant")]
public sealed class TestInstantCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [InstantTransformation]
    public DateTimeOffset? Value { get; set; }

    protected override void EndProcessing() => WriteObject(Value);
}

/// <summary>Writes what the binder made of a span.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Span")]
public sealed class TestSpanCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [SpanTransformation]
    public TimeSpan? Value { get; set; }

    protected override void EndProcessing() => WriteObject(Value);
}

/// <summary>Writes what the binder made of trace ids.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TraceId")]
public sealed class TestTraceIdCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [TraceIdTransformation]
    public string[] TraceId { get; set; } = [];

    protected override void ProcessRecord() => WriteObject(TraceId, enumerateCollection: true);
}
