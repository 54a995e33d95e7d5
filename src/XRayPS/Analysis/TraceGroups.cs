using System.Management.Automation;
using XRayPS.Core.Analysis;
using XRayPS.Core.Documents;
using XRayPS.Core.Summaries;

namespace XRayPS.Analysis;

/// <summary>What -GroupBy says: nothing, one of the names, or a script block that makes the group's value.</summary>
internal sealed class TraceGroups
{
    private readonly TraceGrouping? _grouping;
    private readonly ScriptBlock? _script;

    private TraceGroups(TraceGrouping? grouping, ScriptBlock? script)
    {
        _grouping = grouping;
        _script = script;
        Name = grouping?.Name ?? script?.ToString().Trim();
    }

    /// <summary>What the groups are made by; null for no groups.</summary>
    internal string? Name { get; }

    /// <summary>Reads the argument.</summary>
    /// <param name="argument">The argument; null for no groups.</param>
    /// <param name="groups">What it says.</param>
    internal static bool TryRead(object? argument, out TraceGroups groups)
    {
        object? value = argument is PSObject wrapped ? wrapped.BaseObject : argument;
        TraceGrouping? grouping = value is null or ScriptBlock ? null : TraceGrouping.Find(value.ToString() ?? "");
        groups = new TraceGroups(grouping, value as ScriptBlock);
        return value is null or ScriptBlock || grouping is not null;
    }

    /// <summary>The summary of a trace or summary; null for anything else.</summary>
    /// <param name="input">What came in.</param>
    internal static TraceSummary? SummaryOf(PSObject? input) => input?.BaseObject switch
    {
        TraceSummary summary => summary,
        Trace trace => SummaryFold.Summarize(TraceAssembly.Assemble(trace)),
        _ => null,
    };

    /// <summary>
    /// What a trace adds to its groups; without groups, itself. A script block runs here. Null for what is neither a trace
    /// nor a summary.
    /// </summary>
    /// <param name="input">What came in.</param>
    internal IEnumerable<TraceObservation>? Observe(PSObject? input)
    {
        if (_grouping is not null && input?.BaseObject is Trace trace)
        {
            return _grouping.Observe(trace);
        }

        if (SummaryOf(input) is not { } summary)
        {
            return null;
        }

        return _script is not null ? Keys(_script, input!).Select(key => TraceObservation.Of(summary, key))
            : _grouping is not null ? _grouping.Observe(summary)
            : [TraceObservation.Of(summary)];
    }

    private static IEnumerable<string?> Keys(ScriptBlock script, PSObject input)
    {
        string?[] keys = [.. script
            .InvokeWithContext(null, [new PSVariable("_", input)])
            .Select(static value => value?.ToString())
            .Select(static text => string.IsNullOrEmpty(text) ? null : text)
            .Distinct()];
        return keys.Length == 0 ? [null] : keys;
    }
}
