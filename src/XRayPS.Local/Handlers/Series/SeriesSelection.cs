using XRayPS.Core.Graph;

namespace XRayPS.Local.Handlers.Series;

/// <summary>Which observations a time series counts.</summary>
/// <param name="node">Which services; null when calls are counted.</param>
/// <param name="edge">Which calls; null when services are counted.</param>
internal sealed class SeriesSelection(Func<NodeKey, bool>? node, Func<EdgeObservation, bool>? edge)
{
    /// <summary>Without a selector the calls of clients to roots are counted (documented).</summary>
    internal static SeriesSelection OfClients { get; } = new(null, static edge => edge.IsClient);

    /// <summary>Whether services are counted, and not calls.</summary>
    internal bool IsOfNodes => node is not null;

    internal bool Counts(NodeKey key) => node?.Invoke(key) ?? false;

    internal bool Counts(EdgeObservation observation) => edge?.Invoke(observation) ?? false;
}
