using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Configuration;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Changes a group; what is not named stays.</summary>
[Cmdlet(VerbsCommon.Set, "XRayGroup", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
[CmdletOperation("UpdateGroup")]
[OutputType(typeof(Group))]
public sealed class SetXRayGroupCommand : XRayGroupWriteCmdlet
{
    /// <summary>The group by its ARN.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GroupARN")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupArnCompleter))]
    public string? GroupARN { get; set; }

    /// <inheritdoc/>
    private protected override GroupWish Named() => base.Named() with { Arn = GroupARN };

    /// <inheritdoc/>
    private protected override void Apply(GroupWish wish, object target)
    {
        if (wish.IsEmpty)
        {
            WriteError(ErrorRecords.BadArgument(
                "NothingToSet",
                $"Nothing is to be set of group {wish.Label}: "
                + "give -FilterExpression, -InsightsEnabled or -NotificationsEnabled.",
                target));
            return;
        }

        string change = string.Join(", ", Changes(wish));
        if (ShouldProcess($"group {wish.Label}", $"Set {change}"))
        {
            Call(
                async (caller, token) =>
                    caller.Feed.Write(await GroupCalls.UpdateAsync(caller, wish, token).ConfigureAwait(false)),
                target);
        }
    }

    private static IEnumerable<string> Changes(GroupWish wish)
    {
        if (wish.Filter is not null)
        {
            yield return $"filter to {wish.Filter}";
        }

        if (wish.Insights is { } insights)
        {
            yield return insights ? "insights on" : "insights off";
        }

        if (wish.Notifications is { } notifications)
        {
            yield return notifications ? "notifications on" : "notifications off";
        }
    }
}
