using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;

namespace XRayPS.Core.Summaries;

/// <summary>
/// What GetTraceSummaries says about a trace. The flags, the times and the HTTP block are those of the root; annotations,
/// users and resources those of all segments (observed).
/// </summary>
public static class SummaryFold
{
    /// <summary>Summarizes a trace. What depends on the query, such as MatchedEventTime, is left empty.</summary>
    /// <param name="trace">The trace. Without any segment it has no StartTime, and the service does not list it.</param>
    /// <param name="ownAccount">The caller's own account, which services do not name.</param>
    public static TraceSummary Summarize(AssembledTrace trace, string? ownAccount = NodeIdentity.OwnAccount)
    {
        SegmentDocument? root = trace.Root?.Document;
        FoundDetails details = FoundDetails.Of(trace);
        TraceCauses causes = new(trace, ownAccount);
        return new TraceSummary
        {
            Id = trace.Id,
            StartTime = trace.StartSeconds is { } start ? Epoch.FromSeconds(start) : null,
            Duration = Rounded(trace.Seconds),
            ResponseTime = Rounded(trace.Root?.Seconds),
            HasThrottle = root is not null && Outcome.IsThrottle(root),
            HasFault = root is not null && Outcome.IsFault(root),
            HasError = root is not null && Outcome.IsError(root),
            IsPartial = trace.IsPartial,
            Revision = trace.Revision,
            Http = HttpOf(root?.Http),
            Annotations = details.Annotations,
            Users = details.Users,
            ServiceIds = ServicesOf(trace, ownAccount),
            ResourceARNs = details.ResourceArns,
            InstanceIds = details.InstanceIds,
            AvailabilityZones = details.AvailabilityZones,
            EntryPoint = trace.Root is { } entry ? NodeIdentity.ToServiceId(NodeIdentity.OfSegment(entry, ownAccount)) : null,
            FaultRootCauses = causes.Faults(),
            ErrorRootCauses = causes.Errors(),
            ResponseTimeRootCauses = ResponseTimeCause.Find(trace, ownAccount),
        };
    }

    private static double? Rounded(double? seconds) => seconds is { } value ? TraceClock.Milliseconds(value) : null;

    private static Http HttpOf(SegmentHttp? http) => new()
    {
        HttpURL = http?.Url,
        HttpStatus = http?.Status,
        HttpMethod = http?.Method,
        UserAgent = http?.UserAgent,
        ClientIp = http?.ClientIp,
    };

    private static RecordList<ServiceId> ServicesOf(AssembledTrace trace, string? ownAccount)
    {
        // A running root is known as the entry point, so unlike in graphs its service is listed.
        TraceObservations observations = TraceObservations.Of(trace, ownAccount, withOpenRoots: true);
        SortedSet<NodeKey> keys = [];
        foreach (NodeObservation observation in observations.Nodes)
        {
            keys.Add(observation.Node with { Region = null });
        }

        foreach (EdgeObservation observation in observations.Edges)
        {
            keys.Add(observation.Source with { Region = null });
        }

        return new RecordList<ServiceId>(keys.Select(NodeIdentity.ToServiceId));
    }
}
