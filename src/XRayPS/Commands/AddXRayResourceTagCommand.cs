using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Configuration;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>
/// Adds tags to groups and sampling rules, or changes their values. -Tag alone says that ARNs are piped and not tags,
/// so that without it the engine has to take the other set.
/// </summary>
[Cmdlet(VerbsCommon.Add, "XRayResourceTag", SupportsShouldProcess = true, DefaultParameterSetName = ByObject)]
[CmdletOperation("TagResource")]
[OutputType(typeof(Tag))]
public sealed class AddXRayResourceTagCommand : XRayApiCmdlet
{
    private const string ByResource = "ResourceARN";
    private const string ByObject = "InputObject";
    private readonly ResourceTags _collected = new();

    /// <summary>ARNs of groups and sampling rules.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByResource,
        ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = ByObject)]
    [Alias("GroupARN", "RuleARN")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceArnCompleter))]
    public string[]? ResourceARN { get; set; }

    /// <summary>The tags.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByResource)]
    [Alias("Tags")]
    [TagTransformation]
    public Tag[] Tag { get; set; } = [];

    /// <summary>Tags as they were read, with what they belong to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    /// <summary>Write the tags.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByObject)
        {
            foreach (object input in LanguagePrimitives.GetEnumerable(InputObject) ?? new[] { InputObject! })
            {
                Collect(input);
            }

            return;
        }

        foreach (string arn in ResourceARN!)
        {
            Add(arn, Tag);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((string arn, IReadOnlyList<Tag> tags) in _collected)
        {
            Add(arn, tags);
        }
    }

    /// <summary>Tags come one by one and go to each resource together.</summary>
    private void Collect(object input)
    {
        try
        {
            _collected.Add(input, ResourceARN);
        }
        catch (PSArgumentException failure)
        {
            WriteError(ErrorRecords.BadArgument("InvalidTag", failure.Message, input));
        }
    }

    private void Add(string arn, IReadOnlyList<Tag> tags)
    {
        if (!ShouldProcess(arn, $"Add tag {string.Join("; ", tags)}"))
        {
            return;
        }

        TagResourceRequest request = new() { ResourceARN = arn, Tags = new RecordList<Tag>(tags) };
        bool isDone = Call((caller, token) => caller.SendAsync(Operations.TagResource, request, token), arn);
        if (isDone && PassThru)
        {
            foreach (Tag tag in tags)
            {
                WriteObject(new Tag { Key = tag.Key, Value = tag.Value, ResourceARN = arn });
            }
        }
    }
}
