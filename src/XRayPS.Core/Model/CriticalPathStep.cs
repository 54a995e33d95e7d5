namespace XRayPS;

/// <summary>A stretch of a trace's time and the work that took it.</summary>
public sealed class CriticalPathStep
{
    /// <summary>The trace's id.</summary>
    public string? TraceId { get; set; }

    /// <summary>The service; null for a stretch in which nothing was recorded.</summary>
    public string? Service { get; set; }

    /// <summary>The name of the segment or subsegment; null for a stretch in which nothing was recorded.</summary>
    public string? Name { get; set; }

    /// <summary>The id of the segment or subsegment.</summary>
    public string? Id { get; set; }

    /// <summary>Seconds from the trace's start to the start of the stretch.</summary>
    public double Start { get; set; }

    /// <summary>Seconds that this stretch took. All stretches of a trace add up to its duration.</summary>
    public double Contribution { get; set; }

    /// <summary>The contribution as a share of the trace's duration, 0 to 1.</summary>
    public double Share { get; set; }

    /// <summary>The segment or subsegment; null for a stretch in which nothing was recorded.</summary>
    public SegmentDocument? Document { get; set; }

    /// <summary>Name and contribution.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name ?? "(nothing recorded)"} {Contribution:0.######} s");
}
