using System.Management.Automation;
using System.Reflection;
using XRayPS.Help.Pages;
using XRayPS.Module.Tests.Engine;

namespace XRayPS.Module.Tests.Help;

/// <summary>What the engine knows about the module's cmdlets.</summary>
internal static class EngineFacts
{
    private static readonly HashSet<string> Left = [.. Cmdlet.CommonParameters, "UseTransaction"];

    private static readonly Lazy<CmdletInfo[]> Loaded = new(Load);

    public static IReadOnlyList<CmdletInfo> Cmdlets => Loaded.Value;

    public static CmdletInfo Find(string name) => Cmdlets.Single(cmdlet => cmdlet.Name == name);

    public static IEnumerable<KeyValuePair<string, ParameterMetadata>> ParametersOf(CmdletInfo cmdlet) =>
        cmdlet.Parameters.Where(pair => !Left.Contains(pair.Key));

    public static CommandFacts Read(CmdletInfo cmdlet) => new(
        cmdlet.Name,
        [.. cmdlet.ParameterSets.OrderByDescending(set => set.IsDefault)
            .Select(set => new SyntaxText(set.Name, set.IsDefault && cmdlet.ParameterSets.Count > 1, $"{cmdlet.Name} {set}"))],
        [],
        ParametersOf(cmdlet).ToDictionary(pair => pair.Key, pair => ReadParameter(pair.Value)),
        ParametersOf(cmdlet).ToDictionary(pair => pair.Key, pair => Distance(cmdlet.ImplementingType, pair.Key)));

    public static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return TypeName(value);
        }

        return type.IsArray ? TypeName(type.GetElementType()!) + "[]" : type.FullName ?? type.Name;
    }

    private static CmdletInfo[] Load()
    {
        using Shell shell = new();
        return [.. shell.Run("Get-Command -Module XRayPS").Output
            .Select(item => Assert.IsType<CmdletInfo>(item.BaseObject)).OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];
    }

    private static int Distance(Type cmdlet, string parameter)
    {
        int distance = 0;
        for (Type? type = cmdlet; type is not null; type = type.BaseType, distance++)
        {
            if (type.GetProperty(parameter, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null)
            {
                return distance;
            }
        }

        return int.MaxValue;
    }

    private static ParameterFacts ReadParameter(ParameterMetadata parameter)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        Type item = type.GetElementType() ?? type;
        ValidateSetAttribute? set = parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault();
        return new ParameterFacts
        {
            Type = TypeName(parameter.ParameterType),
            SupportsWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            Aliases = [.. parameter.Aliases],
            ParameterSets = [.. parameter.ParameterSets.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => ReadSet(pair.Key, pair.Value))],
            DontShow = parameter.Attributes.OfType<ParameterAttribute>().All(attribute => attribute.DontShow),
            AcceptedValues = set is not null ? [.. set.ValidValues] : item.IsEnum ? Enum.GetNames(item) : [],
            HelpMessage = parameter.ParameterSets.Values.Select(one => one.HelpMessage).FirstOrDefault(text => text is not null) ?? "",
        };
    }

    private static SetFacts ReadSet(string name, ParameterSetMetadata set) => new(
        name == ParameterAttribute.AllParameterSets ? SetFacts.All : name,
        set.Position == int.MinValue ? "Named" : $"{set.Position}",
        set.IsMandatory,
        set.ValueFromPipeline,
        set.ValueFromPipelineByPropertyName,
        set.ValueFromRemainingArguments);
}
