namespace XRayPS.Core.Filters;

/// <summary>
/// The words of the filter language. The tokenizer, the binder, the evaluator, the completer and the help topic
/// read this one table.
/// </summary>
public static class Vocabulary
{
    /// <summary>The service selector.</summary>
    public const string Service = "service";

    /// <summary>The edge selector.</summary>
    public const string Edge = "edge";

    /// <summary>Annotations, before the key.</summary>
    public const string Annotation = "annotation";

    /// <summary>Annotations of the calling segment, inside <c>edge(){}</c>.</summary>
    public const string SourceAnnotation = "source.annotation";

    /// <summary>Annotations of the called segment, inside <c>edge(){}</c>.</summary>
    public const string DestinationAnnotation = "destination.annotation";

    /// <summary>A group by its ARN.</summary>
    public const string GroupArn = "group.arn";

    /// <summary>The comparison with partial JSON.</summary>
    public const string RootCauseJson = "rootcause.json";

    private const FilterScope InSelector = FilterScope.Service | FilterScope.Edge;
    private const FilterScope Anywhere = FilterScope.Trace | InSelector;

    /// <summary>Every keyword, in the order in which the help lists them.</summary>
    public static IReadOnlyList<Keyword> Keywords { get; } =
    [
        Flag("ok", Anywhere, "The request succeeded: neither error, throttle nor fault."),
        Flag("error", Anywhere, "A client error (4xx, but not 429)."),
        Flag("throttle", Anywhere, "Throttled (429)."),
        Flag("fault", Anywhere, "A server fault (5xx)."),
        Flag("partial", FilterScope.Trace, "A segment names a parent that is not there."),
        Flag("inferred", Anywhere | FilterScope.CauseService, "A service that did not report itself."),
        Flag("root", InSelector, "The service where the trace entered."),
        Flag("first", FilterScope.AnyCause, "The first element of its list."),
        Flag("last", FilterScope.AnyCause, "The last element of its list."),
        Flag("remote", FilterScope.CauseEntity | FilterScope.TimeEntity, "A call of another service."),
        Number("responsetime", Anywhere, "Seconds until the answer."),
        Number("duration", Anywhere, "Seconds until all work ended, that after the answer included."),
        Number("http.status", Anywhere, "The status of the response."),
        Number("index", FilterScope.AnyCause, "The position in its list, from 0."),
        Number("coverage", FilterScope.TimeEntity, "The share of the root's response time, from 0 to 1."),
        Text("http.url", Anywhere, "The URL of the request."),
        Text("http.method", Anywhere, "The method of the request."),
        Text("http.useragent", Anywhere, "The user agent of the request."),
        Text("http.clientip", Anywhere, "The address of the requester."),
        Text("user", FilterScope.Trace, "The user that a segment names."),
        Text("name", InSelector | FilterScope.AnyCause, "The name of the service, entity or exception."),
        Text("type", InSelector | FilterScope.CauseService, "The type of the service."),
        Text("message", FilterScope.CauseException, "The message of the exception."),
        Text("availabilityzone", FilterScope.Trace, "The availability zone of a segment."),
        Text("instance.id", FilterScope.Trace, "The EC2 instance of a segment."),
        Text("resource.arn", FilterScope.Trace, "The AWS resource of a segment."),
        Row(Annotation, KeywordKind.Annotation, Anywhere, "The value of an annotation."),
        Row(SourceAnnotation, KeywordKind.Annotation, FilterScope.Edge, "An annotation of the calling service.", FilterEvidence.Emulated),
        Row(DestinationAnnotation, KeywordKind.Annotation, FilterScope.Edge, "An annotation of the called service.", FilterEvidence.Emulated),
        Row("group.name", KeywordKind.Group, FilterScope.Trace, "The trace satisfies the filter of the group with this name."),
        Row(GroupArn, KeywordKind.Group, FilterScope.Trace, "The trace satisfies the filter of the group with this ARN."),
        Row("groupname", KeywordKind.Group, FilterScope.Trace, "Another spelling of group.name, which tools of AWS send.", FilterEvidence.Unknown),
        WithBody(Service, KeywordKind.Selector, FilterScope.Service, "The trace passed through a service."),
        WithBody(Edge, KeywordKind.Selector, FilterScope.Edge, "One service called another."),
        Cause("fault", "service", FilterScope.CauseService, "A service on the path of a fault."),
        Cause("fault", "entity", FilterScope.CauseEntity, "A segment or subsegment on the path of a fault."),
        Cause("fault", "exception", FilterScope.CauseException, "An exception on the path of a fault."),
        Cause("error", "service", FilterScope.CauseService, "A service on the path of an error."),
        Cause("error", "entity", FilterScope.CauseEntity, "A segment or subsegment on the path of an error."),
        Cause("error", "exception", FilterScope.CauseException, "An exception on the path of an error."),
        Cause("responsetime", "service", FilterScope.CauseService, "A service on the path where the time went."),
        Cause("responsetime", "entity", FilterScope.TimeEntity, "A segment or subsegment on the path where the time went."),
        Row(RootCauseJson, KeywordKind.RootCauseJson, FilterScope.Trace, "Some root cause has this shape."),
    ];

    /// <summary>The keyword of a name in lower case, or null.</summary>
    /// <param name="name">The name.</param>
    public static Keyword? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The keywords that may stand in a scope.</summary>
    /// <param name="scope">One scope.</param>
    public static IEnumerable<Keyword> In(FilterScope scope) => Keywords.Where(keyword => keyword.IsIn(scope));

    private static Dictionary<string, Keyword> ByName { get; } = Keywords.ToDictionary(keyword => keyword.Name);

    private static Keyword Flag(string name, FilterScope scopes, string summary) =>
        Row(name, KeywordKind.Boolean, scopes, summary);

    private static Keyword Number(string name, FilterScope scopes, string summary) =>
        Row(name, KeywordKind.Number, scopes, summary);

    private static Keyword Text(string name, FilterScope scopes, string summary) =>
        Row(name, KeywordKind.Text, scopes, summary);

    private static Keyword Cause(string cause, string element, FilterScope body, string summary) =>
        WithBody($"rootcause.{cause}.{element}", KeywordKind.RootCause, body, summary);

    private static Keyword WithBody(string name, KeywordKind kind, FilterScope body, string summary) =>
        Row(name, kind, FilterScope.Trace, summary) with { Body = body };

    private static Keyword Row(
        string name,
        KeywordKind kind,
        FilterScope scopes,
        string summary,
        FilterEvidence evidence = FilterEvidence.Documented) => new(name, kind, scopes, evidence, summary);
}
