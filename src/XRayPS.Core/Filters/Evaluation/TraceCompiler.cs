using System.Text.Json;
using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Binding;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Turns a whole filter into closures.</summary>
/// <param name="groups">What the groups of the filter stand for.</param>
internal sealed class TraceCompiler(GroupTable groups) : ConditionCompiler<ITraceView>(new TraceFields())
{
    protected override Condition<ITraceView> CompileOther(FilterNode node) => node switch
    {
        ServiceNode service => Service(service),
        EdgeNode edge => Edge(edge),
        RootCauseNode cause => Cause(cause),
        RootCauseJsonNode json => Json(json),
        ComparisonNode group => Group(group),
        _ => base.CompileOther(node),
    };

    private static Condition<ITraceView> Service(ServiceNode node)
    {
        NodeMatcher matcher = new(node.Selector);
        Condition<NodeObservation>? body =
            node.Body is null ? null : new ConditionCompiler<NodeObservation>(new ServiceFields()).Compile(node.Body);
        return (trace, match) =>
        {
            if (!trace.AnyService(matcher))
            {
                return Verdict.No;
            }

            if (body is null && match is null)
            {
                return Verdict.Yes;
            }

            return trace.Observations is { } observations ? FindService(observations, matcher, body, match) : Verdict.Unknown;
        };
    }

    private static Verdict FindService(
        TraceObservations observations, NodeMatcher matcher, Condition<NodeObservation>? body, SegmentMatch? match)
    {
        foreach (NodeObservation each in observations.Nodes)
        {
            if (matcher.IsMatch(each.Node)
                && (match is null || match.IsInWindow(each.Segment))
                && (body is null || body(each, null) == Verdict.Yes))
            {
                Remember(match, each);
                return Verdict.Yes;
            }
        }

        // Clients have no segment: they are there when their call is.
        return body is null && observations.Edges.Any(edge =>
            edge.IsClient && matcher.IsMatch(edge.Source) && (match is null || match.IsInWindow(edge.Record)))
            ? Verdict.Yes
            : Verdict.No;
    }

    private static void Remember(SegmentMatch? match, NodeObservation found)
    {
        if (match is not null)
        {
            match.Service ??= found;
        }
    }

    private static Condition<ITraceView> Edge(EdgeNode node)
    {
        NodeMatcher source = new(node.Source);
        NodeMatcher destination = new(node.Destination);
        Condition<EdgeObservation>? body =
            node.Body is null ? null : new ConditionCompiler<EdgeObservation>(new EdgeFields()).Compile(node.Body);
        return (trace, match) =>
        {
            if (!trace.AnyService(source) || !trace.AnyService(destination))
            {
                return Verdict.No;
            }

            if (trace.Observations is not { } observations)
            {
                return Verdict.Unknown;
            }

            foreach (EdgeObservation each in observations.Edges)
            {
                if (source.IsMatch(each.Source)
                    && destination.IsMatch(each.Target)
                    && (match is null || match.IsInWindow(each.Record))
                    && (body is null || body(each, null) == Verdict.Yes))
                {
                    if (match is not null)
                    {
                        match.Edge ??= each;
                    }

                    return Verdict.Yes;
                }
            }

            return Verdict.No;
        };
    }

    private static Condition<ITraceView> Cause(RootCauseNode node)
    {
        Condition<CauseElement> body = new ConditionCompiler<CauseElement>(new CauseFields()).Compile(node.Body);
        string[] words = node.Keyword.Keyword.Name.Split('.');
        CauseKind kind = words[1] switch
        {
            "fault" => CauseKind.Fault,
            "error" => CauseKind.Error,
            _ => CauseKind.ResponseTime,
        };
        Func<CausePath, IEnumerable<CauseElement>> elements = words[2] switch
        {
            "service" => static path => CauseElement.Of(path.Services),
            "entity" => static path => path.Services.SelectMany(static service => CauseElement.Of(service.EntityPath)),
            _ => static path => path.Services
                .SelectMany(static service => service.EntityPath)
                .SelectMany(static entity => CauseElement.Of(entity.Exceptions)),
        };
        return (trace, _) => trace.Causes(kind).Any(path => elements(path).Any(element => body(element, null) == Verdict.Yes))
            ? Verdict.Yes
            : Verdict.No;
    }

    private static Condition<ITraceView> Json(RootCauseJsonNode node)
    {
        using JsonDocument document = JsonDocument.Parse(node.Json);
        JsonElement pattern = document.RootElement.Clone();
        return (trace, _) =>
            CauseJson.IsMatch(pattern, trace.Causes(CauseKind.Fault))
            || CauseJson.IsMatch(pattern, trace.Causes(CauseKind.Error))
            || CauseJson.IsMatch(pattern, trace.Causes(CauseKind.ResponseTime))
                ? Verdict.Yes
                : Verdict.No;
    }

    private Condition<ITraceView> Group(ComparisonNode node)
    {
        Condition<ITraceView> member = groups.Find(node) switch
        {
            { IsKnown: false } => static (_, _) => Verdict.Unknown,
            { Exists: false } => static (_, _) => Verdict.No,
            { Filter: null } => static (_, _) => Verdict.Yes,
            { Filter: { } filter } => Compile(filter),
        };
        return node.Operator == FilterOperator.Equal ? member : (trace, _) => member(trace, null) switch
        {
            Verdict.No => Verdict.Yes,
            Verdict.Yes => Verdict.No,
            _ => Verdict.Unknown,
        };
    }
}
