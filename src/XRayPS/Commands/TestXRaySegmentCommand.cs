using System.Management.Automation;
using System.Text;
using XRayPS.Abstractions;
using XRayPS.Core.Documents;
using XRayPS.Errors;
using XRayPS.Traces;

namespace XRayPS.Commands;

/// <summary>Says whether X-Ray would take a document, and what is wrong with it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "XRaySegment")]
[OutputType(typeof(bool), typeof(SegmentFinding))]
public sealed class TestXRaySegmentCommand : PSCmdlet
{
    /// <summary>Documents: JSON text, trees, segments, traces, hashtables.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public object[] InputObject { get; set; } = [];

    /// <summary>Every finding, also what X-Ray takes and then ignores or cuts, rather than true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object input in InputObject)
        {
            try
            {
                foreach (OutgoingDocument document in DocumentInput.From(input))
                {
                    Test(document.Json);
                }
            }
            catch (PSArgumentException failure)
            {
                WriteError(ErrorRecords.NotADocument(failure.Message, input));
            }
        }
    }

    private void Test(string json)
    {
        IReadOnlyList<SegmentFinding> findings = SegmentInspector.Inspect(Encoding.UTF8.GetBytes(json), XRayCmdlet.Clock);
        if (Detailed)
        {
            WriteObject(findings, enumerateCollection: true);
        }
        else
        {
            WriteObject(findings.All(static finding => finding.Severity != FindingSeverity.Error));
        }
    }
}
