using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>What a group asks of its filter. It is kept as it was written.</summary>
internal static class GroupFilter
{
    /// <exception cref="Refusal">The filter is blank or is not valid.</exception>
    internal static string Checked(string? expression, ITraceFilterCompiler filters)
    {
        if (string.IsNullOrWhiteSpace(expression))
        {
            throw Refusal.InvalidRequest("Filter Expression is empty");
        }

        filters.Compile(expression, segmentEnds: null);
        return expression;
    }
}
