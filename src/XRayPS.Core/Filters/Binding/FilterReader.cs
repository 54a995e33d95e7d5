using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Syntax;

namespace XRayPS.Core.Filters.Binding;

/// <summary>From text to a checked tree.</summary>
internal static class FilterReader
{
    /// <summary>The tree; null for a blank text and for a refused one, which has an error.</summary>
    internal static FilterNode? Read(string text, out FilterError? error)
    {
        error = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        Parser parser = new(text, text.Length);
        FilterNode? root = parser.ParseFilter();
        error = root is null ? parser.Error : new Binder(text).Check(root, FilterScope.Trace);
        return error is null ? root : null;
    }
}
