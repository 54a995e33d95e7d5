using XRayPS.Core.Model;

namespace XRayPS.Sampling;

/// <summary>A member of a sampling rule: how it is read, set, and named in an update.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Get">Its value in a rule; null when it has none.</param>
/// <param name="Set">Sets it in a rule.</param>
/// <param name="Change">Sets it in an update; null for what no update changes.</param>
internal sealed record RuleMember(
    string Name,
    Type Type,
    Func<SamplingRule, object?> Get,
    Action<SamplingRule, object> Set,
    Action<SamplingRuleUpdate, object>? Change)
{
    /// <summary>
    /// The members with one value each, in the order of X-Ray's console. Name, attributes and boost are apart.
    /// </summary>
    internal static IReadOnlyList<RuleMember> Scalars { get; } =
    [
        Number("Priority", r => r.Priority, (r, v) => r.Priority = v, (u, v) => u.Priority = v),
        Number("ReservoirSize", r => r.ReservoirSize, (r, v) => r.ReservoirSize = v, (u, v) => u.ReservoirSize = v),
        new(
            "FixedRate",
            typeof(double),
            r => r.FixedRate,
            (r, v) => r.FixedRate = (double)v,
            (u, v) => u.FixedRate = (double)v),
        Text("ServiceName", r => r.ServiceName, (r, v) => r.ServiceName = v, (u, v) => u.ServiceName = v),
        Text("ServiceType", r => r.ServiceType, (r, v) => r.ServiceType = v, (u, v) => u.ServiceType = v),
        Text("Host", r => r.Host, (r, v) => r.Host = v, (u, v) => u.Host = v),
        Text("HTTPMethod", r => r.HTTPMethod, (r, v) => r.HTTPMethod = v, (u, v) => u.HTTPMethod = v),
        Text("URLPath", r => r.URLPath, (r, v) => r.URLPath = v, (u, v) => u.URLPath = v),
        Text("ResourceARN", r => r.ResourceARN, (r, v) => r.ResourceARN = v, (u, v) => u.ResourceARN = v),
        Text("RuleName", r => r.RuleName, (r, v) => r.RuleName = v, null),
        Text("RuleARN", r => r.RuleARN, (r, v) => r.RuleARN = v, null),
    ];

    private static RuleMember Number(
        string name, Func<SamplingRule, int?> get, Action<SamplingRule, int> set, Action<SamplingRuleUpdate, int> change) =>
        new(name, typeof(int), rule => get(rule), (rule, v) => set(rule, (int)v), (update, v) => change(update, (int)v));

    private static RuleMember Text(
        string name,
        Func<SamplingRule, string?> get,
        Action<SamplingRule, string> set,
        Action<SamplingRuleUpdate, string>? change) =>
        new(
            name,
            typeof(string),
            get,
            (rule, v) => set(rule, (string)v),
            change is null ? null : (update, v) => change(update, (string)v));
}
