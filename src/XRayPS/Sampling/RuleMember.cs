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
    /// <summary>The members with one value each, in the order of X-Ray's console. Name, attributes and boost are apart.</summary>
    internal static IReadOnlyList<RuleMember> Scalars { get; } =
    [
        new("Priority", typeof(int), r => r.Priority, (r, v) => r.Priority = (int)v, (u, v) => u.Priority = (int)v),
        new("ReservoirSize", typeof(int), r => r.ReservoirSize, (r, v) => r.ReservoirSize = (int)v, (u, v) => u.ReservoirSize = (int)v),
        new("FixedRate", typeof(double), r => r.FixedRate, (r, v) => r.FixedRate = (double)v, (u, v) => u.FixedRate = (double)v),
        new("ServiceName", typeof(string), r => r.ServiceName, (r, v) => r.ServiceName = (string)v, (u, v) => u.ServiceName = (string)v),
        new("ServiceType", typeof(string), r => r.ServiceType, (r, v) => r.ServiceType = (string)v, (u, v) => u.ServiceType = (string)v),
        new("Host", typeof(string), r => r.Host, (r, v) => r.Host = (string)v, (u, v) => u.Host = (string)v),
        new("HTTPMethod", typeof(string), r => r.HTTPMethod, (r, v) => r.HTTPMethod = (string)v, (u, v) => u.HTTPMethod = (string)v),
        new("URLPath", typeof(string), r => r.URLPath, (r, v) => r.URLPath = (string)v, (u, v) => u.URLPath = (string)v),
        new("ResourceARN", typeof(string), r => r.ResourceARN, (r, v) => r.ResourceARN = (string)v, (u, v) => u.ResourceARN = (string)v),
        new("RuleName", typeof(string), r => r.RuleName, (r, v) => r.RuleName = (string)v, null),
        new("RuleARN", typeof(string), r => r.RuleARN, (r, v) => r.RuleARN = (string)v, null),
    ];
}
