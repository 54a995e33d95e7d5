using System.Collections.Frozen;
using System.Management.Automation;
using System.Reflection;

namespace XRayPS.Abstractions;

/// <summary>Which cmdlets call which operation, as the cmdlets themselves say it.</summary>
internal static class OperationCmdlets
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> ByOperation = new(Collect);

    /// <summary>Names of the cmdlets that call an operation; empty when there is none.</summary>
    /// <param name="operation">The operation's name.</param>
    internal static IReadOnlyList<string> Of(string operation) =>
        ByOperation.Value.TryGetValue(operation, out string[]? cmdlets) ? cmdlets : [];

    private static FrozenDictionary<string, string[]> Collect() =>
        typeof(OperationCmdlets).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<CmdletOperationAttribute>(), (type, attribute) => (type, attribute.Name))
            .GroupBy(pair => pair.Name, pair => CmdletName(pair.type), StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private static string CmdletName(Type type)
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()
            ?? throw new InvalidOperationException($"{type} names an operation but is no cmdlet.");
        return $"{cmdlet.VerbName}-{cmdlet.NounName}";
    }
}
