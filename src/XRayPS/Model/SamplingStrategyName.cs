namespace XRayPS;

/// <summary>How a query is content with a part of the traces.</summary>
public enum SamplingStrategyName
{
    /// <summary>X-Ray looks at a part of its own choosing.</summary>
    PartialScan,

    /// <summary>X-Ray returns a fixed share of the traces.</summary>
    FixedRate,
}
