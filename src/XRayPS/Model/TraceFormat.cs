namespace XRayPS;

/// <summary>The format of retrieved traces.</summary>
public enum TraceFormat
{
    /// <summary>Segment documents of X-Ray.</summary>
    XRAY,

    /// <summary>Spans of OpenTelemetry.</summary>
    OTEL,
}
