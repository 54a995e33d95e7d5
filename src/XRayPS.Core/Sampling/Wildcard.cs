namespace XRayPS.Core.Sampling;

/// <summary>
/// The wildcards of sampling rules: <c>*</c> stands for any run of characters, <c>?</c> for exactly one. The whole text is
/// compared, without regard to case, as the X-Ray SDKs do. See
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html.
/// </summary>
public static class Wildcard
{
    /// <summary>Whether the text matches the pattern. Time grows with the product of the lengths, never faster.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || SameLetter(pattern[p], text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more; earlier stars never need to.
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }

    private static bool SameLetter(char left, char right) =>
        left == right || char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
