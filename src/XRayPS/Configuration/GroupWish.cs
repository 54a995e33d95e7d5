using System.Management.Automation;
using XRayPS.Binding;

namespace XRayPS.Configuration;

/// <summary>What somebody wants of a group; null where he said nothing.</summary>
internal sealed record GroupWish
{
    private static readonly string[] Known =
    [
        "GroupName", "GroupARN", "FilterExpression", "InsightsEnabled", "NotificationsEnabled", "InsightsConfiguration",
        "Tag", "Tags",
    ];

    /// <summary>The name; or an ARN where a name was asked for.</summary>
    internal string? Name { get; init; }

    /// <summary>The ARN.</summary>
    internal string? Arn { get; init; }

    /// <summary>The filter.</summary>
    internal string? Filter { get; init; }

    /// <summary>Whether insights are to be on.</summary>
    internal bool? Insights { get; init; }

    /// <summary>Whether notifications are to be on.</summary>
    internal bool? Notifications { get; init; }

    /// <summary>Tags of a new group.</summary>
    internal IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>The name or the ARN, for people.</summary>
    internal string Label => Name ?? Arn ?? "";

    /// <summary>Whether it leaves nothing to be kept.</summary>
    internal bool IsWhole => Filter is not null && Insights is not null && Notifications is not null;

    /// <summary>Whether it says nothing.</summary>
    internal bool IsEmpty => Filter is null && Insights is null && Notifications is null;

    /// <summary>
    /// What an object says: a group as it was read or kept in a file, a hashtable, a name. The name counts rather than
    /// the ARN, which belongs to one account and region and is another when a group is made again.
    /// </summary>
    /// <exception cref="PSArgumentException">It names no group, or says what cannot be.</exception>
    internal static GroupWish From(object input)
    {
        if (Arguments.Unwrap(input) is string name)
        {
            return new GroupWish { Name = name };
        }

        InputMembers members = InputMembers.Of(input, Known);
        InputMembers? insights = members.Inner("InsightsConfiguration");
        object? tags = members.Value("Tag") ?? members.Value("Tags");
        GroupWish wish = new()
        {
            Name = members.Text("GroupName"),
            Arn = members.Text("GroupName") is null ? members.Text("GroupARN") : null,
            Filter = members.Text("FilterExpression"),
            Insights = members.Flag("InsightsEnabled") ?? insights?.Flag("InsightsEnabled"),
            Notifications = members.Flag("NotificationsEnabled") ?? insights?.Flag("NotificationsEnabled"),
            Tags = tags is null ? null : TagTransformationAttribute.Read(tags),
        };
        return wish.Label.Length > 0
            ? wish
            : throw new PSArgumentException(
                $"{InputMembers.Name(input)} names no group: it has neither a GroupName nor a GroupARN.");
    }

    /// <summary>This wish, and for what it leaves open another.</summary>
    /// <param name="other">The other.</param>
    internal GroupWish Over(GroupWish other) => this with
    {
        Name = Name ?? other.Name,
        Arn = Arn ?? other.Arn,
        Filter = Filter ?? other.Filter,
        Insights = Insights ?? other.Insights,

        // Notifications go with the insights that somebody turns off.
        Notifications = Notifications ?? (Insights == false ? false : other.Notifications),
        Tags = Tags ?? other.Tags,
    };

    /// <summary>The switches as the API takes them.</summary>
    internal InsightsConfiguration? Switches() => Insights is null && Notifications is null
        ? null
        : new InsightsConfiguration { InsightsEnabled = Insights, NotificationsEnabled = Notifications };
}
