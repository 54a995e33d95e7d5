using System.Buffers;

namespace XRayPS.Core.Documents;

internal static class Hex
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdefABCDEF");

    internal static bool IsHex(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(s_digits) < 0;
}
