using System.Management.Automation;
using XRayPS.Core.Ports;

namespace XRayPS.Errors;

/// <summary>Every ErrorRecord of the module is built here.</summary>
internal static class ErrorRecords
{
    /// <summary>A filter expression that is none. The first line says it all; the text with the word underlined follows.</summary>
    /// <param name="error">The mistake.</param>
    internal static ErrorRecord BadFilter(Core.Filters.FilterError error) => Build(
        new PSArgumentException(error.Message),
        "InvalidFilterExpression",
        ErrorCategory.InvalidArgument,
        error.Expression,
        error.Render(),
        action: Binding.TimeText.TryParseSpan(error.Expression.Trim(), out _)
            ? $"A length of time goes to -Last: -Last {error.Expression.Trim()}."
            : "about_XRayPS_Filters explains the language; -SkipFilterCheck of the queries sends an expression as it is.");

    /// <summary>An entity selector that is none.</summary>
    /// <param name="error">The mistake.</param>
    internal static ErrorRecord BadSelector(Core.Filters.FilterError error) => Build(
        new PSArgumentException(error.Message),
        "InvalidEntitySelector",
        ErrorCategory.InvalidArgument,
        error.Expression,
        error.Render(),
        action: """A selector is service("name"), service(id(name: "name", type: "type")), or edge("caller", "called").""");

    /// <summary>A call that failed: one record with the AWS code, a category by kind and the request's id.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">The user's own input that the call was for.</param>
    internal static ErrorRecord ForCall(XRayException failure, object? target)
    {
        string where = (failure.Operation, failure.RequestId) switch
        {
            ({ Length: > 0 } operation, { Length: > 0 } id) => $" ({operation}, request id {id})",
            ({ Length: > 0 } operation, _) => $" ({operation})",
            (_, { Length: > 0 } id) => $" (request id {id})",
            _ => "",
        };
        ErrorCategory category = FailureCategories.Of(failure);

        // X-Ray says "Group not found", "Sampling rule does not exist" and "Invalid group name", and not which.
        string plain = failure.Message.TrimEnd('.');
        bool isNameless = plain.EndsWith(" not found", StringComparison.Ordinal)
            || plain.EndsWith(" does not exist", StringComparison.Ordinal)
            || plain == "Invalid group name";
        string what = isNameless && target is string { Length: > 0 } name
            && !plain.Contains(name, StringComparison.Ordinal)
            ? $"{plain}: {name}"
            : failure.Message;
        return Build(failure, failure.Code, category, target, what + where, Advice.For(failure));
    }

    /// <summary>A trace that the service does not know.</summary>
    internal static ErrorRecord TraceNotFound(string traceId) => Build(
        new ItemNotFoundException($"Trace {traceId} was not found."),
        "TraceNotFound",
        ErrorCategory.ObjectNotFound,
        traceId,
        action: "A trace is readable some seconds after its segments were sent, and for 30 days. Is this the region and account that it was sent to?");

    /// <summary>A trace that the service put back time and again.</summary>
    internal static ErrorRecord TraceUnprocessed(string traceId, int attempts) => Build(
        new InvalidOperationException($"X-Ray left trace {traceId} unprocessed in {attempts} attempts."),
        "UnprocessedTraceId",
        ErrorCategory.ResourceUnavailable,
        traceId,
        action: "Ask for it again in a while.");

    /// <summary>A document that the service refused.</summary>
    internal static ErrorRecord SegmentRefused(UnprocessedTraceSegment refusal, object? target, string? requestId)
    {
        string id = string.IsNullOrEmpty(refusal.Id) ? "A document" : $"Segment {refusal.Id}";
        string request = requestId is null ? "" : $" (PutTraceSegments, request id {requestId})";
        string code = string.IsNullOrEmpty(refusal.ErrorCode) ? "UnprocessedTraceSegment" : refusal.ErrorCode;
        string reason = string.IsNullOrEmpty(refusal.Message) ? code : refusal.Message;
        return Build(
            new InvalidOperationException($"{id} was refused: {reason}{request}"), code, ErrorCategory.InvalidData, target);
    }

    /// <summary>Something that is no document and cannot be made one.</summary>
    internal static ErrorRecord NotADocument(string reason, object? target) => Build(
        new PSArgumentException(reason), "InvalidSegment", ErrorCategory.InvalidData, target);

    /// <summary>An argument that cannot be what it is.</summary>
    internal static ErrorRecord BadArgument(string id, string message, object? target) => Build(
        new PSArgumentException(message), id, ErrorCategory.InvalidArgument, target);

    /// <summary>A name without wildcards that nothing of its kind has.</summary>
    /// <param name="kind">The kind as in the cmdlet's noun, such as <c>ResourcePolicy</c>.</param>
    /// <param name="words">The kind in words.</param>
    /// <param name="name">The name.</param>
    internal static ErrorRecord NameNotFound(string kind, string words, string name) => Build(
        new ItemNotFoundException($"There is no {words} '{name}'."
            + (name.StartsWith("arn:", StringComparison.Ordinal) ? "" : " Names are case-sensitive.")),
        kind + "NotFound",
        ErrorCategory.ObjectNotFound,
        name,
        action: $"Get-XRay{kind} lists them.");

    /// <summary>A window with two starts.</summary>
    internal static ErrorRecord TwoStarts(object? target) => BadArgument(
        "TwoStarts", "-StartTime and -Last both say where the window starts; give one of them.", target);

    /// <summary>An operation that the API does not have.</summary>
    internal static ErrorRecord OperationNotFound(string name) => Build(
        new ItemNotFoundException($"X-Ray has no operation '{name}'."),
        "OperationNotFound",
        ErrorCategory.ObjectNotFound,
        name,
        action: "Get-XRayOperation lists the operations.");

    /// <summary>A report of a client that X-Ray refused.</summary>
    internal static ErrorRecord StatisticsRefused(UnprocessedStatistics refusal, object? target) => Build(
        new InvalidOperationException(
            $"The report for sampling rule {refusal.RuleName} was refused: {refusal.Message ?? refusal.ErrorCode}"),
        "UnprocessedStatistics",
        ErrorCategory.InvalidData,
        target);

    /// <summary>A retrieval of traces that ended without traces.</summary>
    internal static ErrorRecord RetrievalEnded(string status, string token) => Build(
        new InvalidOperationException($"The retrieval of traces ended: {status}."),
        $"TraceRetrieval{status[..1]}{status[1..].ToLowerInvariant()}",
        status == "TIMEOUT" ? ErrorCategory.OperationTimeout : ErrorCategory.OperationStopped,
        token,
        action: "Start-XRayTraceRetrieval begins anew.");

    /// <summary>A trace that a retrieval did not bring back.</summary>
    internal static ErrorRecord TraceNotRetrieved(string traceId) => Build(
        new ItemNotFoundException($"Trace {traceId} was not brought back."),
        "TraceNotFound",
        ErrorCategory.ObjectNotFound,
        traceId,
        action: "Does the window of the retrieval hold the trace's start? Is this the region that it was sent to?");

    /// <summary>The session's local X-Ray was stopped.</summary>
    internal static ErrorRecord NotConnected() => Build(
        new InvalidOperationException(
            "The local X-Ray that the session was connected to has been stopped. Start-XRayLocalService starts one, "
            + "Connect-XRay connects to AWS or another endpoint, Disconnect-XRay goes back to the AWS defaults."),
        "NotConnected",
        ErrorCategory.ConnectionError,
        target: null);

    /// <summary>A wait that took too long.</summary>
    internal static ErrorRecord TimedOut(string message, object? target) => Build(
        new TimeoutException(message), "WaitTimedOut", ErrorCategory.OperationTimeout, target);

    /// <summary>No local X-Ray runs where one was named.</summary>
    internal static ErrorRecord LocalServiceNotFound(int port) => Build(
        new ItemNotFoundException($"No local X-Ray of this process listens on port {port}."),
        "LocalServiceNotFound",
        ErrorCategory.ObjectNotFound,
        port,
        action: "Get-XRayLocalService lists those that run.");

    /// <summary>Something that no diagram can be made of.</summary>
    internal static ErrorRecord NotDrawable(string reason, object? target) => Build(
        new PSArgumentException(reason), "NotDrawable", ErrorCategory.InvalidType, target);

    /// <summary>A file that is there already.</summary>
    internal static ErrorRecord FileExists(string path, object? target) => Build(
        new IOException($"The file '{path}' is there already."), "FileExists", ErrorCategory.ResourceExists, target, action: "-Force replaces it.");

    /// <summary>A file that could not be read.</summary>
    internal static ErrorRecord FileNotRead(Exception failure, string path) => Build(
        failure,
        "FileNotRead",
        failure is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
        path);

    /// <summary>A file that could not be written.</summary>
    internal static ErrorRecord FileFailed(Exception failure, object? target) => Build(
        failure,
        "FileNotWritten",
        failure is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.WriteError,
        target);

    /// <summary>A file that was written, but that the system has no program for.</summary>
    internal static ErrorRecord NotOpened(Exception failure, string path) => Build(
        failure, "FileNotOpened", ErrorCategory.OpenError, path, $"'{path}' was written, but could not be opened: {failure.Message}");

    /// <summary>Something that is neither a trace nor a summary.</summary>
    internal static ErrorRecord NotATrace(PSObject? target) => BadArgument(
        "NotATrace", $"A {target?.BaseObject.GetType().Name ?? "null"} is neither a trace nor a trace summary.", target);

    /// <summary>A -GroupBy that says nothing.</summary>
    internal static ErrorRecord UnknownGrouping(object? target) => Build(
        new PSArgumentException(
            $"Traces cannot be grouped by '{target}'. Say one of {string.Join(", ", Core.Analysis.TraceGrouping.Names)}, "
            + "Annotation.key, or a script block."),
        "UnknownGrouping",
        ErrorCategory.InvalidArgument,
        target);

    /// <summary>A script block of -GroupBy that failed for a trace.</summary>
    internal static ErrorRecord GroupFailed(RuntimeException failure, object? target) => Build(
        failure, "GroupFailed", ErrorCategory.InvalidResult, target, $"The script block of -GroupBy failed: {failure.Message}");

    /// <summary>Something that is neither a node nor an edge.</summary>
    internal static ErrorRecord NotAnEntity(object? target) => BadArgument(
        "NotAnEntity",
        $"{target} is neither a node nor an edge of a service graph: only these can be piped, for the traces behind them.",
        target);

    /// <summary>A node or an edge that no filter expression can mean.</summary>
    internal static ErrorRecord NamelessEntity(object target) => BadArgument(
        "NamelessEntity",
        "This node or edge has no names to look for. Edges have them when they come from Get-XRayServiceGraph or Get-XRayTraceGraph.",
        target);

    /// <summary>A service graph that fails a gate.</summary>
    /// <param name="reasons">What is not acceptable, a sentence each.</param>
    /// <param name="target">The nodes and edges.</param>
    internal static ErrorRecord GraphNotAcceptable(IReadOnlyList<string> reasons, ServiceGraphComparison[] target)
    {
        const int Told = 5;
        string more = reasons.Count > Told ? $" And {reasons.Count - Told} more." : "";
        return Build(
            new InvalidOperationException($"The service graph is not acceptable. {string.Join(" ", reasons.Take(Told))}{more}"),
            "ServiceGraphNotAcceptable",
            ErrorCategory.LimitsExceeded,
            target);
    }

    private static ErrorRecord Build(
        Exception exception,
        string id,
        ErrorCategory category,
        object? target,
        string? message = null,
        string? action = null) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(message ?? exception.Message) { RecommendedAction = action ?? "" },
        };
}
