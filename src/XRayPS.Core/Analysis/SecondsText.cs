using System.Globalization;

namespace XRayPS.Core.Analysis;

/// <summary>Durations inside sentences.</summary>
internal static class SecondsText
{
    /// <summary>Milliseconds below a second, seconds from there on.</summary>
    internal static string Of(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.#} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s");
}
