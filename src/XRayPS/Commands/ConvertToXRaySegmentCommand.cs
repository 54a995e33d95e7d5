using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Documents;
using XRayPS.Errors;
using XRayPS.Traces;

namespace XRayPS.Commands;

/// <summary>Makes the JSON of segment documents, as the service takes it.</summary>
[Cmdlet(VerbsData.ConvertTo, "XRaySegment")]
[OutputType(typeof(string))]
public sealed class ConvertToXRaySegmentCommand : PSCmdlet
{
    /// <summary>Trees, traces, segments, hashtables, JSON text.</summary>
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
                foreach (SegmentDocument tree in DocumentTrees.From(input))
                {
                    SegmentCompleter.Complete(tree, XRayCmdlet.Clock);
                    WriteObject(SegmentWriter.ToText(tree, SegmentStyle.Sent));
                }
            }
            catch (PSArgumentException failure)
            {
                WriteError(ErrorRecords.NotADocument(failure.Message, input));
            }
        }
    }
}
