using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of groups and time series, as the model has them.</summary>
internal static class GroupShapes
{
    internal static Shape<InsightsConfiguration> InsightsConfiguration { get; } = new Shape<InsightsConfiguration>("InsightsConfiguration")
        .Boolean("InsightsEnabled", static r => r.InsightsEnabled, static (r, v) => r.InsightsEnabled = v)
        .Boolean("NotificationsEnabled", static r => r.NotificationsEnabled, static (r, v) => r.NotificationsEnabled = v);

    internal static Shape<Group> Group { get; } = new Shape<Group>("Group")
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v)
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v)
        .Text("FilterExpression", static r => r.FilterExpression, static (r, v) => r.FilterExpression = v)
        .Structure("InsightsConfiguration", static r => r.InsightsConfiguration, static (r, v) => r.InsightsConfiguration = v, static () => InsightsConfiguration);

    internal static Shape<CreateGroupRequest> CreateGroupRequest { get; } = new Shape<CreateGroupRequest>("CreateGroupRequest")
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v, TextRule.Length(1, 32), required: true)
        .Text("FilterExpression", static r => r.FilterExpression, static (r, v) => r.FilterExpression = v)
        .Structure("InsightsConfiguration", static r => r.InsightsConfiguration, static (r, v) => r.InsightsConfiguration = v, static () => InsightsConfiguration)
        .Structures("Tags", static r => r.Tags, static (r, v) => r.Tags = v, static () => ResourceShapes.Tag, count: new CountRule(0, 200));

    internal static Shape<UpdateGroupRequest> UpdateGroupRequest { get; } = new Shape<UpdateGroupRequest>("UpdateGroupRequest")
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v, TextRule.Length(1, 32))
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v, TextRule.Length(1, 400))
        .Text("FilterExpression", static r => r.FilterExpression, static (r, v) => r.FilterExpression = v)
        .Structure("InsightsConfiguration", static r => r.InsightsConfiguration, static (r, v) => r.InsightsConfiguration = v, static () => InsightsConfiguration);

    internal static Shape<GroupSelector> GroupSelector { get; } = new Shape<GroupSelector>("GroupSelector")
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v, TextRule.Length(1, 32))
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v, TextRule.Length(1, 400));

    internal static Shape<GroupResponse> GroupResponse { get; } = new Shape<GroupResponse>("GroupResponse")
        .Structure("Group", static r => r.Group, static (r, v) => r.Group = v, static () => Group);

    internal static Shape<GetGroupsRequest> GetGroupsRequest { get; } = new Shape<GetGroupsRequest>("GetGroupsRequest")
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v, TextRule.Length(1, 100));

    internal static Shape<GetGroupsResponse> GetGroupsResponse { get; } = new Shape<GetGroupsResponse>("GetGroupsResponse")
        .Structures("Groups", static r => r.Groups, static (r, v) => r.Groups = v!, static () => Group)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<ForecastStatistics> ForecastStatistics { get; } = new Shape<ForecastStatistics>("ForecastStatistics")
        .Long("FaultCountHigh", static r => r.FaultCountHigh, static (r, v) => r.FaultCountHigh = v).LeftOutWhenAbsent()
        .Long("FaultCountLow", static r => r.FaultCountLow, static (r, v) => r.FaultCountLow = v).LeftOutWhenAbsent();

    internal static Shape<TimeSeriesServiceStatistics> TimeSeriesServiceStatistics { get; } = new Shape<TimeSeriesServiceStatistics>("TimeSeriesServiceStatistics")
        .Timestamp("Timestamp", static r => r.Timestamp, static (r, v) => r.Timestamp = v)
        .Structure("EdgeSummaryStatistics", static r => r.EdgeSummaryStatistics, static (r, v) => r.EdgeSummaryStatistics = v, static () => GraphShapes.EdgeStatistics)
        .Structure("ServiceSummaryStatistics", static r => r.ServiceSummaryStatistics, static (r, v) => r.ServiceSummaryStatistics = v, static () => GraphShapes.ServiceStatistics)
        .Structure("ServiceForecastStatistics", static r => r.ServiceForecastStatistics, static (r, v) => r.ServiceForecastStatistics = v, static () => ForecastStatistics)
        .Structures("ResponseTimeHistogram", static r => r.ResponseTimeHistogram, static (r, v) => r.ResponseTimeHistogram = v!, static () => GraphShapes.HistogramEntry);

    internal static Shape<GetTimeSeriesServiceStatisticsRequest> GetTimeSeriesServiceStatisticsRequest { get; } = new Shape<GetTimeSeriesServiceStatisticsRequest>("GetTimeSeriesServiceStatisticsRequest")
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v, required: true)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v, required: true)
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v, TextRule.Length(1, 32))
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v, TextRule.Length(1, 400))
        .Text("EntitySelectorExpression", static r => r.EntitySelectorExpression, static (r, v) => r.EntitySelectorExpression = v, TextRule.Length(1, 500))
        .Integer("Period", static r => r.Period, static (r, v) => r.Period = v)
        .Boolean("ForecastStatistics", static r => r.ForecastStatistics, static (r, v) => r.ForecastStatistics = v)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetTimeSeriesServiceStatisticsResponse> GetTimeSeriesServiceStatisticsResponse { get; } = new Shape<GetTimeSeriesServiceStatisticsResponse>("GetTimeSeriesServiceStatisticsResponse")
        .Structures("TimeSeriesServiceStatistics", static r => r.TimeSeriesServiceStatistics, static (r, v) => r.TimeSeriesServiceStatistics = v!, static () => TimeSeriesServiceStatistics)
        .Boolean("ContainsOldGroupVersions", static r => r.ContainsOldGroupVersions, static (r, v) => r.ContainsOldGroupVersions = v)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);
}
