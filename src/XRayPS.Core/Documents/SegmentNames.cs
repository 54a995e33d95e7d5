using System.Text;

namespace XRayPS.Core.Documents;

/// <summary>Names and annotation keys as X-Ray takes them.</summary>
public static class SegmentNames
{
    /// <summary>The name without the characters that X-Ray refuses, at most 200 long; never empty.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="fallback">What to call it when nothing is left.</param>
    public static string Clean(string name, string fallback)
    {
        StringBuilder clean = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (SegmentRules.IsNamePart(rune))
            {
                clean.Append(rune);
            }
        }

        if (clean.Length > SegmentRules.MaxName)
        {
            clean.Length = char.IsHighSurrogate(clean[SegmentRules.MaxName - 1]) ? SegmentRules.MaxName - 1 : SegmentRules.MaxName;
        }

        return clean.Length == 0 ? fallback : clean.ToString();
    }

    /// <summary>The key with <c>_</c> for every character but letters, digits, <c>_</c> and dots.</summary>
    /// <param name="key">Any text.</param>
    public static string CleanKey(string key) => string.Create(key.Length, key, static (clean, source) =>
    {
        for (int i = 0; i < clean.Length; i++)
        {
            clean[i] = IsKeyPart(source[i]) ? source[i] : '_';
        }
    });

    internal static bool IsKeyPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';
}
