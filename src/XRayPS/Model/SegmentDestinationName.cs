namespace XRayPS;

/// <summary>Where X-Ray keeps the segments that it is sent.</summary>
public enum SegmentDestinationName
{
    /// <summary>X-Ray's own store.</summary>
    XRay,

    /// <summary>A log group of CloudWatch Logs, for Transaction Search.</summary>
    CloudWatchLogs,
}
