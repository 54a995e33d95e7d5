namespace XRayPS.Core.Model;

/// <summary>Request of CreateGroup.</summary>
public sealed class CreateGroupRequest
{
    /// <summary>The name.</summary>
    public string? GroupName { get; set; }

    /// <summary>The filter.</summary>
    public string? FilterExpression { get; set; }

    /// <summary>The insights switches.</summary>
    public InsightsConfiguration? InsightsConfiguration { get; set; }

    /// <summary>Tags of the new group.</summary>
    public RecordList<Tag>? Tags { get; set; }
}

/// <summary>Request of UpdateGroup.</summary>
public sealed class UpdateGroupRequest
{
    /// <summary>The name; or the ARN, not both.</summary>
    public string? GroupName { get; set; }

    /// <summary>The ARN; or the name, not both.</summary>
    public string? GroupARN { get; set; }

    /// <summary>The new filter.</summary>
    public string? FilterExpression { get; set; }

    /// <summary>The new insights switches.</summary>
    public InsightsConfiguration? InsightsConfiguration { get; set; }
}

/// <summary>Response of CreateGroup, GetGroup and UpdateGroup.</summary>
public sealed class GroupResponse
{
    /// <summary>The group.</summary>
    public Group? Group { get; set; }
}

/// <summary>Request of GetGroup and DeleteGroup.</summary>
public sealed class GroupSelector
{
    /// <summary>The name; or the ARN, not both.</summary>
    public string? GroupName { get; set; }

    /// <summary>The ARN; or the name, not both.</summary>
    public string? GroupARN { get; set; }
}

/// <summary>Request of GetGroups.</summary>
public sealed class GetGroupsRequest : ITokenCarrier
{
    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetGroups.</summary>
public sealed class GetGroupsResponse : ITokenCarrier
{
    /// <summary>The groups.</summary>
    public RecordList<Group> Groups { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of GetTimeSeriesServiceStatistics.</summary>
public sealed class GetTimeSeriesServiceStatisticsRequest : ITokenCarrier
{
    /// <summary>Start of the window.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>A group by name.</summary>
    public string? GroupName { get; set; }

    /// <summary>A group by ARN.</summary>
    public string? GroupARN { get; set; }

    /// <summary>A service or an edge.</summary>
    public string? EntitySelectorExpression { get; set; }

    /// <summary>60 or 300 seconds.</summary>
    public int? Period { get; set; }

    /// <summary>Whether to forecast.</summary>
    public bool? ForecastStatistics { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetTimeSeriesServiceStatistics.</summary>
public sealed class GetTimeSeriesServiceStatisticsResponse : ITokenCarrier
{
    /// <summary>The intervals, newest first.</summary>
    public RecordList<TimeSeriesServiceStatistics> TimeSeriesServiceStatistics { get; set; } = [];

    /// <summary>Whether traces were accepted under an older filter of the group.</summary>
    public bool? ContainsOldGroupVersions { get; set; }

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
