using System.Text;

namespace XRayPS.Core.Wire;

/// <summary>
/// Strings that come again and again in a page (names of services, types, methods, URLs) are made once. A slot holds the
/// string that came last; nothing grows.
/// </summary>
internal sealed class NameTable
{
    /// <summary>Longer texts seldom come twice.</summary>
    internal const int MaxLength = 64;

    private const int Slots = 512;

    [ThreadStatic]
    private static NameTable? _current;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>The table of this thread; a page is read on one thread without a pause.</summary>
    internal static NameTable Current => _current ??= new NameTable();

    /// <summary>The string of plain ASCII bytes; null for other bytes.</summary>
    internal string? Get(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        ref string? slot = ref _slots[Hash(text)];
        if (slot is { } known && Ascii.Equals(text, known))
        {
            return known;
        }

        return Ascii.IsValid(text) ? slot = Encoding.ASCII.GetString(text) : null;
    }

    /// <summary>Length, both ends and the middle tell the names of a page apart well enough, and cost nothing.</summary>
    private static int Hash(ReadOnlySpan<byte> text)
    {
        uint hash = (uint)text.Length * 0x9E3779B1;
        int half = text.Length / 2;
        hash = (hash ^ text[0]) * 0x01000193;
        hash = (hash ^ text[half]) * 0x01000193;
        hash = (hash ^ text[half / 2]) * 0x01000193;
        hash = (hash ^ text[^(1 + (half / 2))]) * 0x01000193;
        hash = (hash ^ text[^1]) * 0x01000193;
        return (int)((hash ^ (hash >> 15)) % Slots);
    }
}
