using System.Diagnostics.CodeAnalysis;
using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Binding;
using XRayPS.Core.Filters.Evaluation;

namespace XRayPS.Core.Filters;

/// <summary>
/// A filter expression, ready to be applied. The language is described at
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html. Immutable; safe to share among threads.
/// </summary>
public sealed class Filter
{
    private readonly Condition<ITraceView>? _condition;

    private Filter(string text, FilterNode? root, GroupTable groups)
    {
        Text = text;
        Root = root;
        _condition = root is null ? null : new TraceCompiler(groups).Compile(root);
    }

    /// <summary>The expression as it was given.</summary>
    public string Text { get; }

    /// <summary>The tree; null for a blank expression, which every trace satisfies.</summary>
    public FilterNode? Root { get; }

    /// <summary>Whether it asks for services or edges, so that the end of the matched segment decides about windows.</summary>
    public bool HasSelector => FilterWalk.All(Root).Any(static node => node is ServiceNode or EdgeNode);

    /// <summary>Whether summaries alone may leave some condition undecided.</summary>
    public bool NeedsDocuments => DocumentConditions.Any();

    /// <summary>The conditions that only the documents of a trace can decide.</summary>
    public IEnumerable<FilterNode> DocumentConditions => FilterWalk.Outside(Root).Where(static node => node switch
    {
        EdgeNode or ServiceNode { Body: not null } => true,
        ExistenceNode { Keyword.Keyword.Name: "inferred" } or ComparisonNode { Keyword.Keyword.Name: "inferred" } => true,
        _ => false,
    });

    /// <summary>
    /// Texts that stand, as they are, in the summary of every trace that satisfies the filter: annotation keys, values, names.
    /// </summary>
    public IEnumerable<string> RequiredTexts => Evaluation.RequiredTexts.Of(Root);

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression; null and blank ones are satisfied by every trace.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="error">Why the expression was refused.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out Filter? filter, [NotNullWhen(false)] out FilterError? error) =>
        TryParse(text, groups: null, out filter, out error);

    /// <summary>Reads an expression that may refer to groups.</summary>
    /// <param name="text">The expression; null and blank ones are satisfied by every trace.</param>
    /// <param name="groups">Looks up groups; their filters are read now. Null leaves such conditions undecided.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="error">Why the expression was refused.</param>
    public static bool TryParse(
        string? text,
        IGroupFilters? groups,
        [NotNullWhen(true)] out Filter? filter,
        [NotNullWhen(false)] out FilterError? error)
    {
        filter = null;
        text ??= "";
        GroupTable table = new(groups);
        FilterNode? root = FilterReader.Read(text, out error);
        error ??= table.Check(root, text);
        if (error is not null)
        {
            return false;
        }

        filter = new Filter(text, root, table);
        return true;
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <exception cref="FilterException">The expression is refused.</exception>
    public static Filter Parse(string? text) =>
        TryParse(text, out Filter? filter, out FilterError? error) ? filter : throw new FilterException(error);

    /// <summary>Whether a trace satisfies the filter.</summary>
    /// <param name="trace">The trace.</param>
    public Verdict Evaluate(ITraceView trace) => _condition is null ? Verdict.Yes : _condition(trace, null);

    /// <summary>Whether a trace satisfies the filter with segments that ended in a window.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="match">The window; takes what was matched.</param>
    public Verdict Evaluate(ITraceView trace, SegmentMatch match) =>
        _condition is null ? Verdict.Yes : _condition(trace, match);

    /// <summary>Whether a trace certainly satisfies the filter.</summary>
    /// <param name="trace">The trace.</param>
    public bool IsMatch(ITraceView trace) => Evaluate(trace) == Verdict.Yes;

    /// <summary>The expression in its plain form: explicit AND, upper-case operators.</summary>
    public override string ToString() => Root is null ? "" : FilterPrinter.Print(Root);
}
