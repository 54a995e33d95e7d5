using System.Management.Automation;
using XRayPS.Completion;
using XRayPS.Configuration;
using XRayPS.Errors;
using XRayPS.Filters;

namespace XRayPS.Abstractions;

/// <summary>The rung of the cmdlets that make or change a group: what a group is, and objects that say it.</summary>
public abstract class XRayGroupWriteCmdlet : XRayApiCmdlet
{
    private protected const string ByName = "GroupName";
    private protected const string ByObject = "InputObject";

    private protected XRayGroupWriteCmdlet()
    {
    }

    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string? GroupName { get; set; }

    /// <summary>The filter: which traces belong to the group.</summary>
    [Parameter(Position = 1)]
    [Alias("Filter")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FilterExpressionCompleter))]
    public string? FilterExpression { get; set; }

    /// <summary>Send the filter expression without checking it.</summary>
    [Parameter]
    public SwitchParameter SkipFilterCheck { get; set; }

    /// <summary>Whether X-Ray looks for anomalies in the group.</summary>
    [Parameter]
    [Alias("InsightsConfiguration_InsightsEnabled")]
    public bool? InsightsEnabled { get; set; }

    /// <summary>Whether changes of insights are sent to EventBridge.</summary>
    [Parameter]
    [Alias("InsightsConfiguration_NotificationsEnabled")]
    public bool? NotificationsEnabled { get; set; }

    /// <summary>Groups as objects: as they were read, kept in a file, or written as hashtables.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing() => FilterCheck.Run(this, FilterExpression, SkipFilterCheck);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != ByObject)
        {
            Apply(Named(), Named().Label);
            return;
        }

        foreach (object input in InputObject)
        {
            if (Read(input) is { } wish
                && (FilterExpression is not null || FilterCheck.Passes(this, wish.Filter, SkipFilterCheck)))
            {
                Apply(Named().Over(wish), input);
            }
        }
    }

    /// <summary>What the parameters say.</summary>
    private protected virtual GroupWish Named() => new()
    {
        Name = GroupName,
        Filter = FilterExpression,
        Insights = InsightsEnabled,
        Notifications = NotificationsEnabled,
    };

    /// <summary>Makes it so.</summary>
    /// <param name="wish">What is wanted.</param>
    /// <param name="target">The user's own input.</param>
    private protected abstract void Apply(GroupWish wish, object target);

    private GroupWish? Read(object input)
    {
        try
        {
            return GroupWish.From(input);
        }
        catch (PSArgumentException failure)
        {
            WriteError(ErrorRecords.BadArgument("InvalidGroup", failure.Message, input));
            return null;
        }
    }
}
