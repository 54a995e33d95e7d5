namespace XRayPS.Core.Documents;

/// <summary>
/// Documented limits of documents:
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html and
/// https://docs.aws.amazon.com/general/latest/gr/xray.html.
/// </summary>
internal static class SegmentLimits
{
    internal const int DocumentBytes = 64 * 1024;
    internal const int Annotations = 50;
    internal const int AnnotationKey = 500;
    internal const int AnnotationText = 1000;
    internal const int Text = 250;
    internal const int Links = 20;
    internal const int RetentionDays = 30;
}
