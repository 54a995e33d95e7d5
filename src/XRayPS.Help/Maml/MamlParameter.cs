using System.Xml.Linq;
using XRayPS.Help.Pages;

namespace XRayPS.Help.Maml;

/// <summary>A parameter as MAML.</summary>
internal static class MamlParameter
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The element.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="facts">What the code says about it.</param>
    /// <param name="set">The set that it is shown in; null for the list of all parameters.</param>
    internal static XElement Build(ParameterText parameter, ParameterFacts facts, SetFacts? set)
    {
        SetFacts shown = set ?? facts.ParameterSets[0];
        string type = ShortName(facts.Type);
        bool isSwitch = type == "SwitchParameter";
        return new XElement(
            Command + "parameter",
            new XAttribute("required", Word(shown.IsRequired)),
            new XAttribute("variableLength", "true"),
            new XAttribute("globbing", Word(facts.SupportsWildcards)),
            new XAttribute("pipelineInput", Pipeline(set is null ? facts.ParameterSets : [shown])),
            new XAttribute("position", shown.Position.ToLowerInvariant()),
            new XAttribute("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            MamlWriter.Words("description", parameter.Words),
            isSwitch ? null : new XElement(
                Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), type),
            new XElement(Dev + "type", new XElement(Maml + "name", type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", facts.DefaultValue.Length > 0 ? facts.DefaultValue : isSwitch ? "False" : "None"));
    }

    private static string Pipeline(IReadOnlyList<SetFacts> sets)
    {
        bool byValue = sets.Any(set => set.ValueFromPipeline);
        bool byName = sets.Any(set => set.ValueFromPipelineByPropertyName);
        return (byValue, byName) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        };
    }

    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static string Word(bool value) => value ? "true" : "false";
}
