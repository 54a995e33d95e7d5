using XRayPS.Core.Documents;

namespace XRayPS.Core.Otlp;

/// <summary>Ids and numbers of OTLP, the same in protobuf and JSON.</summary>
internal static class OtlpIds
{
    /// <summary>The status code of work that failed.</summary>
    internal const ulong ErrorStatus = 2;

    /// <summary>The digits of an id; empty when the bytes are too few, too many or all zero, which stands for none.</summary>
    internal static string Of(ReadOnlySpan<byte> id, int length) =>
        id.Length == length && id.ContainsAnyExcept((byte)0) ? Convert.ToHexString(id).ToLowerInvariant() : "";

    /// <summary>An id that is given in digits.</summary>
    internal static string Of(string? digits, int length) =>
        digits?.Length == 2 * length && Hex.IsHex(digits) && digits.AsSpan().ContainsAnyExcept('0')
            ? digits.ToLowerInvariant()
            : "";

    /// <summary>A kind that the format does not have is one that nobody said.</summary>
    internal static OtlpSpanKind Kind(long number) =>
        number is >= 0 and <= (long)OtlpSpanKind.Consumer ? (OtlpSpanKind)number : OtlpSpanKind.Unspecified;
}
