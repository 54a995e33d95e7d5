using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>Guesses what was meant by an unknown word.</summary>
internal static class Spelling
{
    /// <summary>Words that other implementations take although AWS does not document them.</summary>
    private static readonly string[] Doubtful = ["not", "rootcause.responsetime.exception"];

    /// <summary>What other languages call the same thing.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        ["not"] = "!",
        ["&"] = "AND",
        ["|"] = "OR",
        ["like"] = "CONTAINS",
        ["startswith"] = "BEGINSWITH",
        ["latency"] = "responsetime",
        ["'"] = "\"",
    };

    /// <summary>The whole word around a place where reading ended; signs stand for themselves.</summary>
    internal static TextSpan WordAt(string text, int start, int length)
    {
        if (!IsPart(text[start]))
        {
            return new TextSpan(start, length);
        }

        int end = start;
        while (start > 0 && IsPart(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        return TextSpan.Between(start, end);
    }

    /// <summary>Whether the service may know the word after all.</summary>
    internal static bool IsDoubtful(string word) =>
        word is ['\'', ..] || Doubtful.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>The nearest thing that could stand there, or null.</summary>
    internal static string? Nearest(string word, IReadOnlyList<Expectation> expected)
    {
        if (expected.Any(static each => each.Kind == ExpectationKind.Literal) && char.IsAsciiLetter(word[0]))
        {
            return FilterPrinter.Quote(word);
        }

        if (Foreign.TryGetValue(word, out string? known))
        {
            return $"'{known}'";
        }

        string lower = word.ToLowerInvariant();
        string[] candidates = [.. Candidates(expected).Distinct()];
        string? part = lower.Length < 3 ? null : candidates.FirstOrDefault(each =>
            each.StartsWith(lower, StringComparison.Ordinal) || each.EndsWith("." + lower, StringComparison.Ordinal));
        if (part is not null)
        {
            return $"'{part}'";
        }

        int limit = Math.Max(1, lower.Length / 3);
        (string? Word, int Distance) nearest = candidates
            .Select(each => (Word: (string?)each, Distance: Distance(lower, each.ToLowerInvariant(), limit)))
            .OrderBy(static each => each.Distance)
            .FirstOrDefault((null, int.MaxValue));
        return nearest.Distance <= limit ? $"'{nearest.Word}'" : null;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';

    private static IEnumerable<string> Candidates(IReadOnlyList<Expectation> expected)
    {
        foreach (Expectation each in expected)
        {
            IEnumerable<string> words = each.Kind switch
            {
                ExpectationKind.Condition => Vocabulary.In(each.Scope).Select(static keyword => keyword.Name),
                ExpectationKind.Operator => OperatorText.For(each.Keyword!.Kind).Where(static sign => char.IsLetter(sign[0])),
                ExpectationKind.Literal => ["true", "false"],
                ExpectationKind.Connective => ["AND", "OR"],
                ExpectationKind.IdMember => ["name", "type", "account.id"],
                ExpectationKind.Selector => [Vocabulary.Service, Vocabulary.Edge],
                ExpectationKind.Node => ["id"],
                _ => [],
            };
            foreach (string word in words)
            {
                yield return word;
            }
        }
    }

    /// <summary>How many letters to change, add, drop or swap; more than the limit is not counted out.</summary>
    private static int Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
        {
            return int.MaxValue;
        }

        int[,] cost = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int change = one[i - 1] == other[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[one.Length, other.Length];
    }
}
