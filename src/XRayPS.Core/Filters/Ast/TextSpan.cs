namespace XRayPS.Core.Filters.Ast;

/// <summary>A part of the expression's text.</summary>
/// <param name="Start">Index of the first character, from 0.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span between two indices.</summary>
    /// <param name="start">Index of the first character.</param>
    /// <param name="end">Index behind the last character.</param>
    public static TextSpan Between(int start, int end) => new(start, end - start);
}
