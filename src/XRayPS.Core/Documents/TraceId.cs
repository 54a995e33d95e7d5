using System.Globalization;
using System.Security.Cryptography;
using XRayPS.Core.Model;

namespace XRayPS.Core.Documents;

/// <summary>
/// Trace ids: <c>1-</c>, eight hexadecimal digits of the time in epoch seconds, a dash, and 24 random digits. The service
/// takes any digits in the time part, so that W3C ids fit (observed).
/// </summary>
public static class TraceId
{
    private const int Length = 35;

    /// <summary>Whether the text has the form of a trace id; upper and lower case digits are the same.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length == Length
        && text[0] == '1'
        && text[1] == '-'
        && text[10] == '-'
        && Hex.IsHex(text[2..10])
        && Hex.IsHex(text[11..]);

    /// <summary>A new id for the present time.</summary>
    /// <param name="clock">The clock that gives the time part.</param>
    public static string New(TimeProvider clock) => New(clock.GetUtcNow());

    /// <summary>A new id for the given time.</summary>
    /// <param name="time">The time of the request; only its whole second is kept, and of that 32 bits.</param>
    public static string New(DateTimeOffset time)
    {
        Span<byte> random = stackalloc byte[12];
        RandomNumberGenerator.Fill(random);
        uint seconds = unchecked((uint)(long)Math.Floor(Epoch.ToSeconds(time)));
        return string.Create(CultureInfo.InvariantCulture, $"1-{seconds:x8}-{Convert.ToHexString(random).ToLowerInvariant()}");
    }

    /// <summary>Reads an id in X-Ray's form or in W3C's 32 digits, and gives X-Ray's form in lower case.</summary>
    /// <param name="text">The text, spaces around it allowed.</param>
    /// <param name="traceId">The id.</param>
    public static bool TryParse(string? text, out string traceId)
    {
        string trimmed = text?.Trim() ?? "";
        if (IsValid(trimmed))
        {
            traceId = trimmed.ToLowerInvariant();
            return true;
        }

        if (trimmed.Length == 32 && Hex.IsHex(trimmed))
        {
            traceId = FromW3C(trimmed);
            return true;
        }

        traceId = "";
        return false;
    }

    /// <summary>X-Ray's form of a W3C trace id: the 32 digits split into 8 and 24.</summary>
    /// <param name="w3c">32 hexadecimal digits.</param>
    /// <exception cref="FormatException">The text is not 32 hexadecimal digits.</exception>
    public static string FromW3C(string w3c) =>
        w3c.Length == 32 && Hex.IsHex(w3c)
            ? $"1-{w3c[..8]}-{w3c[8..]}".ToLowerInvariant()
            : throw new FormatException($"'{w3c}' is not a W3C trace id of 32 hexadecimal digits.");

    /// <summary>W3C's form of a trace id: its 32 digits without version and dashes, in lower case.</summary>
    /// <param name="traceId">An id in X-Ray's form.</param>
    /// <exception cref="FormatException">The text is no trace id.</exception>
    public static string ToW3C(string traceId) =>
        IsValid(traceId)
            ? string.Concat(traceId.AsSpan(2, 8), traceId.AsSpan(11)).ToLowerInvariant()
            : throw new FormatException($"'{traceId}' is not a trace id of the form 1-xxxxxxxx-yyyyyyyyyyyyyyyyyyyyyyyy.");

    /// <summary>The time part, UTC; null when the text is no trace id. For an id of W3C's making it means nothing.</summary>
    /// <param name="traceId">An id in X-Ray's form.</param>
    public static DateTimeOffset? TimeOf(string? traceId) =>
        IsValid(traceId)
            ? DateTimeOffset.FromUnixTimeSeconds(uint.Parse(traceId.AsSpan(2, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            : null;
}
