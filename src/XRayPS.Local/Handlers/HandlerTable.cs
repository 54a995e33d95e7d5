using XRayPS.Local.Handlers.Groups;
using XRayPS.Local.Handlers.Insights;
using XRayPS.Local.Handlers.Resources;
using XRayPS.Local.Handlers.Sampling;
using XRayPS.Local.Handlers.Search;
using XRayPS.Local.Handlers.Series;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>The handlers, one an operation.</summary>
internal static class HandlerTable
{
    internal static IReadOnlyList<IHandler> All(
        TraceStore store,
        Ingestion ingestion,
        Counters counters,
        PageTokens tokens,
        LocalSettings settings,
        TimeProvider clock)
    {
        EncryptionState encryption = new(store.Settings, clock, settings.EncryptionDelay);
        Account account = new(settings, store.Settings, clock);
        SamplingRules rules = new(account);
        ResourceTags tags = new(account);
        GroupBook groups = new(account);
        return
        [
            new PutTraceSegments(ingestion, counters),
            new PutTelemetryRecords(),
            new GetTraceSummaries(store, tokens, new TraceFilters(groups), settings),
            new BatchGetTraces(store),
            new GetTraceGraph(store),
            new GetServiceGraph(store, groups),
            new GetTimeSeriesServiceStatistics(store, groups),
            new GetEncryptionConfig(encryption),
            new PutEncryptionConfig(encryption, new KmsKeys(settings)),
            .. OfSampling(account, rules, tags),
            .. OfGroups(account, groups, tags),
            .. OfResources(account, new TaggableResources(rules.HasArn, arn => groups.FindByArn(arn) is not null), tags),
            .. OfSearch(account, store, settings),
            .. OfInsights(account, store, groups),
        ];
    }

    private static IEnumerable<IHandler> OfGroups(
        Account account, GroupBook groups, ResourceTags tags) =>
    [
        new CreateGroup(account, groups, tags),
        new UpdateGroup(account, groups),
        new DeleteGroup(account, groups, tags),
        new GetGroup(groups),
        new GetGroups(groups),
    ];

    private static IEnumerable<IHandler> OfSampling(Account account, SamplingRules rules, ResourceTags tags)
    {
        SamplingDesk desk = new();
        return
        [
            new CreateSamplingRule(account, rules, tags),
            new UpdateSamplingRule(account, rules),
            new DeleteSamplingRule(account, rules, tags, desk),
            new GetSamplingRules(rules),
            new GetSamplingTargets(account, rules, desk),
            new GetSamplingStatisticSummaries(account, desk),
        ];
    }

    private static IEnumerable<IHandler> OfResources(Account account, TaggableResources resources, ResourceTags tags)
    {
        ResourcePolicies policies = new(account);
        return
        [
            new ListTagsForResource(resources, tags),
            new TagResource(account, resources, tags),
            new UntagResource(account, resources, tags),
            new ListResourcePolicies(policies),
            new PutResourcePolicy(account, policies),
            new DeleteResourcePolicy(account, policies),
        ];
    }

    private static IEnumerable<IHandler> OfSearch(Account account, TraceStore store, LocalSettings settings)
    {
        IndexingRules indexing = new(account);
        SegmentDestination destination = new(account, settings.DestinationDelay);
        TraceRetrievals retrievals = new(account, settings.RetrievalDuration);
        return
        [
            new GetIndexingRules(indexing),
            new UpdateIndexingRule(account, indexing),
            new GetTraceSegmentDestination(destination),
            new UpdateTraceSegmentDestination(account, destination),
            new StartTraceRetrieval(retrievals),
            new CancelTraceRetrieval(account, retrievals),
            new ListRetrievedTraces(retrievals, store),
            new GetRetrievedTracesGraph(retrievals, store),
        ];
    }

    private static IEnumerable<IHandler> OfInsights(Account account, TraceStore store, GroupBook groups)
    {
        InsightFinder finder = new(account, store, groups);
        return
        [
            new GetInsightSummaries(account, finder, groups),
            new GetInsight(finder),
            new GetInsightEvents(finder),
            new GetInsightImpactGraph(account, finder, store, groups),
        ];
    }
}
