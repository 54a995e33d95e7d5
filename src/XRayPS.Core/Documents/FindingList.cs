namespace XRayPS.Core.Documents;

/// <summary>Collects findings about one document.</summary>
internal sealed class FindingList
{
    private readonly List<SegmentFinding> _findings = [];

    internal IReadOnlyList<SegmentFinding> All => _findings;

    /// <summary>The id of the outer document, once it has been read.</summary>
    internal string? Id { get; set; }

    /// <summary>What the service refuses, in its own words.</summary>
    /// <param name="code">The service's code.</param>
    /// <param name="path">Where.</param>
    /// <param name="kind"><c>segment</c>, <c>subsegment</c> or <c>entity</c>.</param>
    /// <param name="remedy">What to do.</param>
    internal void Error(string code, string path, string kind, string remedy)
    {
        DocumentRefusal refusal = kind switch
        {
            "segment" => DocumentRefusal.Segment(Id, code),
            "subsegment" => DocumentRefusal.Subsegment(Id, code),
            _ => DocumentRefusal.Entity(Id, code),
        };
        _findings.Add(new SegmentFinding(FindingSeverity.Error, code, path, refusal.Message, remedy, Id));
    }

    /// <summary>What the service takes and then ignores, cuts or misreads.</summary>
    internal void Warn(string code, string path, string message, string remedy) =>
        _findings.Add(new SegmentFinding(FindingSeverity.Warning, code, path, message, remedy, Id));

    /// <summary>Warns of a value of the wrong kind.</summary>
    /// <param name="isRight">Whether the kind is right.</param>
    /// <param name="path">Where.</param>
    /// <param name="kind">The right kind, in words.</param>
    /// <returns><paramref name="isRight"/>.</returns>
    internal bool Expect(bool isRight, string path, string kind)
    {
        if (!isRight)
        {
            Warn("WrongKind", path, $"It is not {kind} and is ignored.", $"Make it {kind}.");
        }

        return isRight;
    }
}
