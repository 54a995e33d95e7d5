using System.Text;

namespace XRayPS.Completion;

/// <summary>An argument as it is being typed: its text, and the quotes around it.</summary>
/// <param name="Text">The text without quotes and PowerShell's escapes.</param>
/// <param name="Sign">The quote that it began with; <c>'</c> for a bare word.</param>
internal sealed record QuotedWord(string Text, char Sign)
{
    internal static QuotedWord Read(string word)
    {
        if (word is not [('\'' or '"') and char sign, ..])
        {
            return new QuotedWord(word, '\'');
        }

        // PowerShell has undone the escapes inside; what is left of its quotes is the first, and the last of a closed word.
        bool closed = word.Length > 1 && word[^1] == sign;
        return new QuotedWord(closed ? word[1..^1] : word[1..], sign);
    }

    /// <summary>A text in the quotes of the word.</summary>
    internal string Quote(string text)
    {
        if (Sign == '\'')
        {
            return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        StringBuilder quoted = new(text.Length + 2);
        quoted.Append('"');
        foreach (char c in text)
        {
            quoted.Append(c is '"' or '`' or '$' ? "`" : "").Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
