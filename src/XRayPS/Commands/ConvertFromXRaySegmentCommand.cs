using System.Management.Automation;
using XRayPS.Errors;
using XRayPS.Traces;

namespace XRayPS.Commands;

/// <summary>Makes trees of segment documents.</summary>
[Cmdlet(VerbsData.ConvertFrom, "XRaySegment")]
[OutputType(typeof(SegmentDocument))]
public sealed class ConvertFromXRaySegmentCommand : PSCmdlet
{
    /// <summary>JSON text, the daemon's datagrams, traces, segments, hashtables.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public object[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object input in InputObject)
        {
            try
            {
                WriteObject(DocumentTrees.From(input), enumerateCollection: true);
            }
            catch (PSArgumentException failure)
            {
                WriteError(ErrorRecords.NotADocument(failure.Message, input));
            }
        }
    }
}
