namespace XRayPS.Core.Graph;

/// <summary>A graph of services.</summary>
/// <param name="Services">The services by name and type; edges name them by their position.</param>
/// <param name="StartTime">The smallest start of a node; null in trace graphs and where there is no node.</param>
/// <param name="EndTime">The largest end of a node less one second; null as the start.</param>
public sealed record ServiceGraph(RecordList<Service> Services, DateTimeOffset? StartTime, DateTimeOffset? EndTime);
