using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>
/// The id of an insight: a UUID that holds the minute in which it began and a digest of the group's ARN. The same anomaly
/// has the same id whenever it is looked at, and an id leads back to it without anything being kept.
/// </summary>
internal static class InsightId
{
    internal static string Of(string groupArn, long minute)
    {
        string digest = DigestOf(groupArn);
        string time = ((uint)minute).ToString("x8", CultureInfo.InvariantCulture);
        return $"{time}-{digest[..4]}-5{digest[4..7]}-8{digest[7..10]}-{digest[10..22]}";
    }

    /// <summary>The minute of an id.</summary>
    internal static long MinuteOf(string id) => uint.Parse(id.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Whether an id belongs to a group.</summary>
    internal static bool IsOf(string id, string groupArn) =>
        id.Equals(Of(groupArn, MinuteOf(id)), StringComparison.OrdinalIgnoreCase);

    private static string DigestOf(string arn) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(arn))).ToLowerInvariant();
}
