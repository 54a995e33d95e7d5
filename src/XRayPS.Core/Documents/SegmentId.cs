using System.Security.Cryptography;

namespace XRayPS.Core.Documents;

/// <summary>Ids of segments, subsegments and exceptions: 16 hexadecimal digits.</summary>
public static class SegmentId
{
    /// <summary>Ids are the same when they differ in the case of their digits only.</summary>
    internal static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Whether the text has the form of an id; upper and lower case digits are the same.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(ReadOnlySpan<char> text) => text.Length == 16 && Hex.IsHex(text);

    /// <summary>A new random id in lower case.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        return Convert.ToHexString(random).ToLowerInvariant();
    }

    /// <summary>
    /// An id that depends on the given texts alone. The service makes the ids of inferred segments up at random; derived
    /// ids let two readings of one trace agree.
    /// </summary>
    internal static string Derive(string traceId, string id, string purpose)
    {
        const ulong Prime = 1099511628211;
        ulong hash = 14695981039346656037;
        foreach (string part in (ReadOnlySpan<string>)[traceId, id, purpose])
        {
            foreach (char c in part)
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
            }
        }

        // FNV mixes its upper bits poorly: finish as splitmix64 does.
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
        return (hash ^ (hash >> 31)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
