using XRayPS.Core.Documents;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Keywords that a segment and a call have in common: both are read from a document.</summary>
/// <typeparam name="T">The segment or the call.</typeparam>
/// <param name="entity">What recorded it.</param>
internal abstract class EntityFields<T>(Func<T, TraceEntity> entity) : Fields<T>
{
    internal override Func<T, Verdict> Flag(string name) => name switch
    {
        "ok" => Document(static document => Outcome.Of(document) == TraceStatus.Ok),
        "error" => Document(Outcome.IsError),
        "throttle" => Document(Outcome.IsThrottle),
        "fault" => Document(Outcome.IsFault),
        _ => throw NotHere(name),
    };

    internal override Func<T, double?> Number(string name) => name switch
    {
        "responsetime" => target => Rounded(entity(target).Seconds),
        "http.status" => target => entity(target).Document.Http?.Status,
        _ => throw NotHere(name),
    };

    internal override Func<T, TextTest?, bool> Text(string name) => name switch
    {
        "http.url" => Http(static http => http.Url),
        "http.method" => Http(static http => http.Method),
        "http.useragent" => Http(static http => http.UserAgent),
        "http.clientip" => Http(static http => http.ClientIp),
        _ => throw NotHere(name),
    };

    /// <summary>To the precision that summaries have, so that equality means the same everywhere.</summary>
    protected static double? Rounded(double? seconds) => seconds is { } value ? TraceClock.Milliseconds(value) : null;

    private Func<T, Verdict> Document(Func<SegmentDocument, bool> flag) => target => Of(flag(entity(target).Document));

    private Func<T, TextTest?, bool> Http(Func<SegmentHttp, string?> member) =>
        (target, test) => entity(target).Document.Http is { } http && Passes(member(http), test);
}
