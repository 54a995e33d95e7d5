using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Configuration;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Says where X-Ray is to keep the segments that it is sent.</summary>
[Cmdlet(
    VerbsCommon.Set, "XRaySegmentDestination", SupportsShouldProcess = true, DefaultParameterSetName = "Destination")]
[CmdletOperation("UpdateTraceSegmentDestination")]
[OutputType(typeof(TraceSegmentDestination))]
public sealed class SetXRaySegmentDestinationCommand : XRayApiCmdlet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>X-Ray's own store, or CloudWatch Logs for Transaction Search.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Destination")]
    public SegmentDestinationName Destination { get; set; }

    /// <summary>A destination as an object: as it was read, kept in a file, or written as a hashtable.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    /// <summary>The key that encrypts the log group of spans when X-Ray makes it.</summary>
    [Parameter]
    [Alias("CloudWatchLogsConfiguration_SpansLogGroupKmsKeyId")]
    [ValidateNotNullOrEmpty]
    public string? SpansLogGroupKmsKeyId { get; set; }

    /// <summary>Wait until the destination is in force.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            Set(Destination, Destination);
            return;
        }

        try
        {
            Set(Read(InputObject), InputObject);
        }
        catch (PSArgumentException failure)
        {
            WriteError(ErrorRecords.BadArgument("InvalidDestination", failure.Message, InputObject));
        }
    }

    private static SegmentDestinationName Read(object input)
    {
        string? text = Arguments.Unwrap(input) as string
            ?? InputMembers.Of(input, "Destination", "Status").Text("Destination");
        bool isName = Enum.TryParse(text, ignoreCase: true, out SegmentDestinationName destination)
            && Enum.IsDefined(destination);
        string names = string.Join(" and ", Enum.GetNames<SegmentDestinationName>());
        return isName
            ? destination
            : throw new PSArgumentException($"'{text ?? input}' is no destination; {names} are.");
    }

    private void Set(SegmentDestinationName destination, object target)
    {
        if (!ShouldProcess("the destination of segments", $"Set to {destination}"))
        {
            return;
        }

        try
        {
            Call(
                async (caller, token) =>
                {
                    TraceSegmentDestination now = await DestinationCalls
                        .SetAsync(caller, destination, SpansLogGroupKmsKeyId, token).ConfigureAwait(false);
                    caller.Feed.Write(Wait
                        ? await DestinationCalls.WaitAsync(caller, Patience, token).ConfigureAwait(false)
                        : now);
                },
                target);
        }
        catch (TimeoutException late)
        {
            WriteError(ErrorRecords.TimedOut(late.Message, target));
        }
    }
}
