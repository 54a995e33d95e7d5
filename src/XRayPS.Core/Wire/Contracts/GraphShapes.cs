using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of service graphs, as the model has them.</summary>
internal static class GraphShapes
{
    internal static Shape<ErrorStatistics> ErrorStatistics { get; } = new Shape<ErrorStatistics>("ErrorStatistics")
        .Long("ThrottleCount", static r => r.ThrottleCount, static (r, v) => r.ThrottleCount = v)
        .Long("OtherCount", static r => r.OtherCount, static (r, v) => r.OtherCount = v)
        .Long("TotalCount", static r => r.TotalCount, static (r, v) => r.TotalCount = v);

    internal static Shape<FaultStatistics> FaultStatistics { get; } = new Shape<FaultStatistics>("FaultStatistics")
        .Long("OtherCount", static r => r.OtherCount, static (r, v) => r.OtherCount = v)
        .Long("TotalCount", static r => r.TotalCount, static (r, v) => r.TotalCount = v);

    internal static Shape<ServiceStatistics> ServiceStatistics { get; } = new Shape<ServiceStatistics>("ServiceStatistics")
        .Long("OkCount", static r => r.OkCount, static (r, v) => r.OkCount = v)
        .Structure("ErrorStatistics", static r => r.ErrorStatistics, static (r, v) => r.ErrorStatistics = v, static () => ErrorStatistics)
        .Structure("FaultStatistics", static r => r.FaultStatistics, static (r, v) => r.FaultStatistics = v, static () => FaultStatistics)
        .Long("TotalCount", static r => r.TotalCount, static (r, v) => r.TotalCount = v)
        .Number("TotalResponseTime", static r => r.TotalResponseTime, static (r, v) => r.TotalResponseTime = v);

    internal static Shape<EdgeStatistics> EdgeStatistics { get; } = new Shape<EdgeStatistics>("EdgeStatistics")
        .Long("OkCount", static r => r.OkCount, static (r, v) => r.OkCount = v)
        .Structure("ErrorStatistics", static r => r.ErrorStatistics, static (r, v) => r.ErrorStatistics = v, static () => ErrorStatistics)
        .Structure("FaultStatistics", static r => r.FaultStatistics, static (r, v) => r.FaultStatistics = v, static () => FaultStatistics)
        .Long("TotalCount", static r => r.TotalCount, static (r, v) => r.TotalCount = v)
        .Number("TotalResponseTime", static r => r.TotalResponseTime, static (r, v) => r.TotalResponseTime = v);

    internal static Shape<HistogramEntry> HistogramEntry { get; } = new Shape<HistogramEntry>("HistogramEntry")
        .Number("Value", static r => r.Value, static (r, v) => r.Value = v)
        .Integer("Count", static r => r.Count, static (r, v) => r.Count = v);

    internal static Shape<Alias> Alias { get; } = new Shape<Alias>("Alias")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Texts("Names", static r => r.Names, static (r, v) => r.Names = v!)
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v);

    internal static Shape<Edge> Edge { get; } = new Shape<Edge>("Edge")
        .Integer("ReferenceId", static r => r.ReferenceId, static (r, v) => r.ReferenceId = v)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v)
        .Structure("SummaryStatistics", static r => r.SummaryStatistics, static (r, v) => r.SummaryStatistics = v, static () => EdgeStatistics)
        .Structures("ResponseTimeHistogram", static r => r.ResponseTimeHistogram, static (r, v) => r.ResponseTimeHistogram = v!, static () => HistogramEntry)
        .Structures("Aliases", static r => r.Aliases, static (r, v) => r.Aliases = v!, static () => Alias)
        .Text("EdgeType", static r => r.EdgeType, static (r, v) => r.EdgeType = v).LeftOutWhenAbsent()
        .Structures("ReceivedEventAgeHistogram", static r => r.ReceivedEventAgeHistogram, static (r, v) => r.ReceivedEventAgeHistogram = v, static () => HistogramEntry).LeftOutWhenAbsent();

    internal static Shape<Service> Service { get; } = new Shape<Service>("Service")
        .Integer("ReferenceId", static r => r.ReferenceId, static (r, v) => r.ReferenceId = v)
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Texts("Names", static r => r.Names, static (r, v) => r.Names = v!)
        .Boolean("Root", static r => r.Root, static (r, v) => r.Root = v)
        .Text("AccountId", static r => r.AccountId, static (r, v) => r.AccountId = v)
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v)
        .Text("State", static r => r.State, static (r, v) => r.State = v)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v)
        .Structures("Edges", static r => r.Edges, static (r, v) => r.Edges = v!, static () => Edge)
        .Structure("SummaryStatistics", static r => r.SummaryStatistics, static (r, v) => r.SummaryStatistics = v, static () => ServiceStatistics)
        .Structures("DurationHistogram", static r => r.DurationHistogram, static (r, v) => r.DurationHistogram = v, static () => HistogramEntry)
        .Structures("ResponseTimeHistogram", static r => r.ResponseTimeHistogram, static (r, v) => r.ResponseTimeHistogram = v, static () => HistogramEntry)
        .Text("Region", static r => r.Region, static (r, v) => r.Region = v)
        .TextMap("HostedIn", static r => r.HostedIn, static (r, v) => r.HostedIn = v)
        .TextMap("KeyAttributes", static r => r.KeyAttributes, static (r, v) => r.KeyAttributes = v);

    internal static Shape<GetTraceGraphRequest> GetTraceGraphRequest { get; } = new Shape<GetTraceGraphRequest>("GetTraceGraphRequest")
        .Texts("TraceIds", static r => r.TraceIds, static (r, v) => r.TraceIds = v, TextRule.Length(1, 35), required: true)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetTraceGraphResponse> GetTraceGraphResponse { get; } = new Shape<GetTraceGraphResponse>("GetTraceGraphResponse")
        .Structures("Services", static r => r.Services, static (r, v) => r.Services = v!, static () => Service)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetServiceGraphRequest> GetServiceGraphRequest { get; } = new Shape<GetServiceGraphRequest>("GetServiceGraphRequest")
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v, required: true)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v, required: true)
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v, TextRule.Length(1, 32))
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v, TextRule.Length(1, 400))
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetServiceGraphResponse> GetServiceGraphResponse { get; } = new Shape<GetServiceGraphResponse>("GetServiceGraphResponse")
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v)
        .Structures("Services", static r => r.Services, static (r, v) => r.Services = v!, static () => Service)
        .Boolean("ContainsOldGroupVersions", static r => r.ContainsOldGroupVersions, static (r, v) => r.ContainsOldGroupVersions = v)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);
}
