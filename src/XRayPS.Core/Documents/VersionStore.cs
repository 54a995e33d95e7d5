namespace XRayPS.Core.Documents;

/// <summary>The version of an entity that counts: the first completed one, or else the last in progress.</summary>
/// <param name="Document">The entity; of its subsegments those that were taken are entities of their own.</param>
/// <param name="ParentId">What it names as its parent, or what contained it.</param>
/// <param name="IsSegment">Whether it is a segment.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Source">The whole document that it came in.</param>
internal readonly record struct EntityVersion(
    SegmentDocument Document, string? ParentId, bool IsSegment, DateTimeOffset ReceivedAt, SegmentDocument Source);

/// <summary>
/// Takes documents in order of receipt. Embedded and independent subsegments are alike: every one is an entity by its id.
/// A version that comes too late is passed over with everything in it, as is an id that a document uses twice.
/// </summary>
internal sealed class VersionStore
{
    private readonly Dictionary<string, int> _index = new(SegmentId.Comparer);
    private readonly List<EntityVersion> _versions = [];
    private long? _lastCall;

    internal IReadOnlyList<EntityVersion> Versions => _versions;

    internal int Revision { get; private set; }

    internal DateTimeOffset LastReceivedAt { get; private set; }

    internal void Take(ReceivedDocument received)
    {
        SegmentDocument document = received.Document;
        EntityVersion version = new(document, document.ParentId, document.Type != "subsegment", received.ReceivedAt, document);
        if (!Take(version))
        {
            return;
        }

        LastReceivedAt = received.ReceivedAt;
        if (_lastCall != received.Call)
        {
            _lastCall = received.Call;
            Revision++;
        }
    }

    private bool Take(EntityVersion version)
    {
        string id = version.Document.Id ?? "";
        if (!_index.TryGetValue(id, out int at))
        {
            _index.Add(id, _versions.Count);
            _versions.Add(version);
        }
        else if (_versions[at].Document.EndSeconds is null && _versions[at].Source != version.Source)
        {
            _versions[at] = version;
        }
        else
        {
            return false;
        }

        foreach (SegmentDocument child in version.Document.Subsegments)
        {
            Take(version with { Document = child, ParentId = id, IsSegment = false });
        }

        return true;
    }
}
