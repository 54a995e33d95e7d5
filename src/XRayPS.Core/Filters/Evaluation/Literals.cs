using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>What literals mean for the kinds of keywords.</summary>
internal static class Literals
{
    /// <summary>A boolean, also one in quotes; null for everything else.</summary>
    internal static bool? Flag(FilterLiteral literal) => literal switch
    {
        BooleanLiteral flag => flag.Value,
        TextLiteral text when bool.TryParse(text.Value, out bool flag) => flag,
        _ => null,
    };
}
