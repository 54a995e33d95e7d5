using System.Diagnostics.CodeAnalysis;
using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Evaluation;
using XRayPS.Core.Filters.Syntax;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Filters;

/// <summary>
/// An entity selector, as GetTimeSeriesServiceStatistics takes it: <c>service(...)</c> or <c>edge(..., ...)</c>
/// without a body.
/// </summary>
public sealed class Selector
{
    private readonly NodeMatcher _node;
    private readonly NodeMatcher? _destination;

    private Selector(string text, FilterNode root)
    {
        Text = text;
        Root = root;
        if (root is EdgeNode edge)
        {
            _node = new NodeMatcher(edge.Source);
            _destination = new NodeMatcher(edge.Destination);
        }
        else
        {
            _node = new NodeMatcher(((ServiceNode)root).Selector);
        }
    }

    /// <summary>The expression as it was given.</summary>
    public string Text { get; }

    /// <summary>The tree: a <see cref="ServiceNode"/> or an <see cref="EdgeNode"/>.</summary>
    public FilterNode Root { get; }

    /// <summary>Whether it selects edges rather than services.</summary>
    public bool IsEdge => _destination is not null;

    /// <summary>Reads a selector.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="selector">The selector.</param>
    /// <param name="error">Why the expression was refused.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Selector? selector, [NotNullWhen(false)] out FilterError? error)
    {
        Parser parser = new(text, text.Length);
        FilterNode? root = parser.ParseSelector();
        selector = root is null ? null : new Selector(text, root);
        error = parser.Error;
        return selector is not null;
    }

    /// <summary>Whether a service is selected; never true for a selector of edges.</summary>
    /// <param name="node">The service.</param>
    public bool Selects(NodeKey node) => !IsEdge && _node.IsMatch(node);

    /// <summary>Whether an edge is selected; never true for a selector of services.</summary>
    /// <param name="source">The calling service.</param>
    /// <param name="destination">The called service.</param>
    public bool Selects(NodeKey source, NodeKey destination) =>
        _destination is not null && _node.IsMatch(source) && _destination.IsMatch(destination);

    /// <summary>The selector in its plain form.</summary>
    public override string ToString() => FilterPrinter.Print(Root);
}
