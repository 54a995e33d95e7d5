namespace XRayPS.Console.LineEditor;

/// <summary>One way to complete the text.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Label">What the list shows.</param>
/// <param name="Hint">A line that explains it, or empty.</param>
internal sealed record Candidate(string Text, string Label, string Hint);

/// <summary>The ways to complete a part of the text.</summary>
/// <param name="Start">Where the part starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Candidates">The ways; empty when there are none.</param>
internal sealed record CandidateSet(int Start, int Length, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>No way.</summary>
    public static CandidateSet None { get; } = new(0, 0, []);

    /// <summary>What all candidates begin with, as the first of them writes it.</summary>
    public string CommonPrefix()
    {
        string prefix = Candidates.Count == 0 ? "" : Candidates[0].Text;
        foreach (Candidate candidate in Candidates)
        {
            int length = 0;
            while (length < Math.Min(prefix.Length, candidate.Text.Length)
                && char.ToUpperInvariant(prefix[length]) == char.ToUpperInvariant(candidate.Text[length]))
            {
                length++;
            }

            prefix = prefix[..length];
        }

        return prefix;
    }
}
