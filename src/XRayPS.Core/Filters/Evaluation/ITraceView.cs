using XRayPS.Core.Graph;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>What a filter may ask about a trace. A compact record can implement it without making objects.</summary>
public interface ITraceView
{
    /// <summary>Whether the trace has a root.</summary>
    bool HasRoot { get; }

    /// <summary>Whether the root had a client error.</summary>
    bool HasError { get; }

    /// <summary>Whether the root had a server fault.</summary>
    bool HasFault { get; }

    /// <summary>Whether the root was throttled.</summary>
    bool HasThrottle { get; }

    /// <summary>Whether a parent is missing.</summary>
    bool IsPartial { get; }

    /// <summary>Whether the trace has an inferred segment.</summary>
    Verdict HasInferred { get; }

    /// <summary>Seconds of the whole trace, if known.</summary>
    double? Duration { get; }

    /// <summary>Seconds of the root, if known.</summary>
    double? ResponseTime { get; }

    /// <summary>The root's HTTP status, if any.</summary>
    int? HttpStatus { get; }

    /// <summary>The root's URL, if any.</summary>
    string? Url { get; }

    /// <summary>The root's method, if any.</summary>
    string? Method { get; }

    /// <summary>The root's user agent, if any.</summary>
    string? UserAgent { get; }

    /// <summary>The root's requester, if any.</summary>
    string? ClientIp { get; }

    /// <summary>Whether a user passes the test; null asks for any user.</summary>
    /// <param name="test">The test.</param>
    bool AnyUser(TextTest? test);

    /// <summary>Whether an availability zone passes the test; null asks for any.</summary>
    /// <param name="test">The test.</param>
    bool AnyZone(TextTest? test);

    /// <summary>Whether an EC2 instance passes the test; null asks for any.</summary>
    /// <param name="test">The test.</param>
    bool AnyInstance(TextTest? test);

    /// <summary>Whether a resource's ARN passes the test; null asks for any.</summary>
    /// <param name="test">The test.</param>
    bool AnyResource(TextTest? test);

    /// <summary>Whether a value of an annotation passes the test.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="test">The test.</param>
    bool AnyAnnotation(string key, AnnotationTest test);

    /// <summary>Whether a node of the trace's graph is meant, the client included.</summary>
    /// <param name="matcher">Which nodes are meant.</param>
    bool AnyService(NodeMatcher matcher);

    /// <summary>The root causes of one kind.</summary>
    /// <param name="kind">The kind.</param>
    IReadOnlyList<CausePath> Causes(CauseKind kind);

    /// <summary>The trace's segments and calls; null when the documents are not at hand.</summary>
    TraceObservations? Observations { get; }
}
