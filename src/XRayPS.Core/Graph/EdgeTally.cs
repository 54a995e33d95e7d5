namespace XRayPS.Core.Graph;

/// <summary>What a graph gathers about one connection.</summary>
internal sealed class EdgeTally
{
    private readonly Tally _tally = new();
    private readonly Histogram _responseTimes = new();
    private readonly SortedSet<NodeKey> _aliases = [];

    internal void Add(EdgeObservation observation)
    {
        if (observation.Status is { } status)
        {
            _tally.Add(status, observation.Seconds);
            _responseTimes.Add(observation.Seconds);
        }

        if (observation.Alias is { } alias)
        {
            _aliases.Add(new NodeKey(alias.Name, alias.Type, null, null));
        }
    }

    internal void Merge(EdgeTally other)
    {
        _tally.Merge(other._tally);
        _responseTimes.Merge(other._responseTimes);
        _aliases.UnionWith(other._aliases);
    }

    internal Edge Build() => new()
    {
        SummaryStatistics = _tally.ToEdgeStatistics(),
        ResponseTimeHistogram = _responseTimes.Build(),
        Aliases = new RecordList<Alias>(_aliases.Select(static alias =>
            new Alias { Name = alias.Name, Names = [alias.Name], Type = alias.Type })),
    };
}
