namespace XRayPS.Core.Graph;

/// <summary>What a graph gathers about one service.</summary>
internal sealed class NodeTally
{
    private readonly Tally _tally = new();
    private readonly Histogram _responseTimes = new();
    private readonly Histogram _durations = new();
    private double? _firstSecond;
    private double? _lastSecond;
    private int _stateRank = -1;
    private bool _root;

    internal double? FirstSecond => _firstSecond;

    internal double? LastSecond => _lastSecond;

    /// <summary>Notes that a trace touched the service.</summary>
    internal void Touch(double? second, string state, bool root)
    {
        _root |= root;
        _firstSecond = second is null ? _firstSecond : Math.Min(_firstSecond ?? second.Value, second.Value);
        _lastSecond = second is null ? _lastSecond : Math.Max(_lastSecond ?? second.Value, second.Value);
        _stateRank = Math.Max(_stateRank, Array.IndexOf(NodeState.ByRank, state));
    }

    internal void Add(NodeObservation observation)
    {
        if (observation.Status is { } status)
        {
            _tally.Add(status, observation.Seconds);
            _responseTimes.Add(observation.Seconds);
            _durations.Add(observation.EnvelopeSeconds);
        }
    }

    internal void Merge(NodeTally other)
    {
        _tally.Merge(other._tally);
        _responseTimes.Merge(other._responseTimes);
        _durations.Merge(other._durations);
        _root |= other._root;
        _stateRank = Math.Max(_stateRank, other._stateRank);
        if (other._firstSecond is not null)
        {
            _firstSecond = Math.Min(_firstSecond ?? other._firstSecond.Value, other._firstSecond.Value);
            _lastSecond = Math.Max(_lastSecond ?? other._lastSecond!.Value, other._lastSecond!.Value);
        }
    }

    /// <summary>The node without reference number, bounds and edges.</summary>
    internal Service Build(NodeKey key)
    {
        bool client = key.Type == NodeIdentity.Client;
        return new Service
        {
            Name = key.Name,
            Names = [key.Name],
            Type = key.Type,
            AccountId = key.AccountId,
            Region = key.Region,
            State = NodeState.ByRank[Math.Max(0, _stateRank)],
            Root = _root ? true : null,
            SummaryStatistics = client ? null : _tally.ToServiceStatistics(),
            DurationHistogram = client ? null : _durations.Build(),
            ResponseTimeHistogram = client ? null : _responseTimes.Build(),
        };
    }
}
