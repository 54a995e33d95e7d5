namespace XRayPS.Core.Documents;

/// <summary>How a document is written.</summary>
public enum SegmentStyle
{
    /// <summary>As applications send it: plain decimal numbers, everything that the document holds.</summary>
    Sent,

    /// <summary>
    /// As the service gives it back: its member order and its way of writing times (<c>1.790161552E9</c>), without
    /// <c>traced</c> and without empty stacks (observed).
    /// </summary>
    Processed,
}
