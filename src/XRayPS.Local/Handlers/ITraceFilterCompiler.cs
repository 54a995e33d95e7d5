using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>Makes a condition on a stored trace from a filter expression.</summary>
internal interface ITraceFilterCompiler
{
    /// <summary>Compiles an expression that is not blank.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="segmentEnds">
    /// For the time range type Service the window in which the segment that a <c>service()</c> or <c>edge()</c> names has to
    /// end; otherwise null.
    /// </param>
    /// <exception cref="Refusal">The expression is not valid.</exception>
    Func<StoredTrace, bool> Compile(string expression, TimeWindow? segmentEnds);
}

/// <summary>Refuses every filter: to ignore one would answer a question that was not asked.</summary>
internal sealed class NoFilters : ITraceFilterCompiler
{
    public Func<StoredTrace, bool> Compile(string expression, TimeWindow? segmentEnds) =>
        throw Refusal.NotHere("This local X-Ray does not have filter expressions: ask without FilterExpression.");
}
