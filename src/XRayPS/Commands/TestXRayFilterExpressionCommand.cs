using System.Management.Automation;
using XRayPS.Completion;
using XRayPS.Filters;

namespace XRayPS.Commands;

/// <summary>Tells whether a filter expression is valid, without asking anybody.</summary>
[Cmdlet(VerbsDiagnostic.Test, "XRayFilterExpression")]
[OutputType(typeof(bool), typeof(FilterReport))]
public sealed class TestXRayFilterExpressionCommand : PSCmdlet
{
    /// <summary>The expression.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Filter")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(FilterExpressionCompleter))]
    public string FilterExpression { get; set; } = "";

    /// <summary>Emit what is wrong, the plain form and the tree.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        FilterReport report = FilterReports.Of(FilterExpression);
        foreach (FilterDiagnostic diagnostic in report.Diagnostics)
        {
            WriteVerbose(diagnostic.Message);
        }

        WriteObject(Detailed ? report : report.IsValid);
    }
}
