using System.Globalization;

namespace XRayPS.Tracing;

/// <summary>A native command that ended with an exit code; never thrown, only recorded.</summary>
/// <param name="code">The exit code.</param>
internal sealed class SegmentExit(int code) : Exception(string.Create(CultureInfo.InvariantCulture, $"The last native command ended with exit code {code}."));
