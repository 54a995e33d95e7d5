namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Keywords outside of braces.</summary>
internal sealed class TraceFields : Fields<ITraceView>
{
    internal override Func<ITraceView, Verdict> Flag(string name) => name switch
    {
        "ok" => static trace => Of(trace is { HasRoot: true, HasError: false, HasFault: false, HasThrottle: false }),
        "error" => static trace => Of(trace.HasError),
        "throttle" => static trace => Of(trace.HasThrottle),
        "fault" => static trace => Of(trace.HasFault),
        "partial" => static trace => Of(trace.IsPartial),
        "inferred" => static trace => trace.HasInferred,
        _ => throw NotHere(name),
    };

    internal override Func<ITraceView, double?> Number(string name) => name switch
    {
        "responsetime" => static trace => trace.ResponseTime,
        "duration" => static trace => trace.Duration,
        "http.status" => static trace => trace.HttpStatus,
        _ => throw NotHere(name),
    };

    internal override Func<ITraceView, TextTest?, bool> Text(string name) => name switch
    {
        "http.url" => static (trace, test) => Passes(trace.Url, test),
        "http.method" => static (trace, test) => Passes(trace.Method, test),
        "http.useragent" => static (trace, test) => Passes(trace.UserAgent, test),
        "http.clientip" => static (trace, test) => Passes(trace.ClientIp, test),
        "user" => static (trace, test) => trace.AnyUser(test),
        "availabilityzone" => static (trace, test) => trace.AnyZone(test),
        "instance.id" => static (trace, test) => trace.AnyInstance(test),
        "resource.arn" => static (trace, test) => trace.AnyResource(test),
        _ => throw NotHere(name),
    };

    internal override Func<ITraceView, AnnotationTest, bool> Annotation(string name, string key) =>
        (trace, test) => trace.AnyAnnotation(key, test);
}
