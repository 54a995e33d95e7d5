using System.Xml;
using XRayPS.Core.Rendering.Diagram;
using XRayPS.Core.Rendering.Diagram.Svg;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Rendering.Diagram;

/// <summary>
/// Whole diagrams as files; other tests give the same files to the programs that they are for. With XRAYPS_WRITE_CASES=1
/// the files are written anew.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Files => [.. Diagrams.Keys];

    private static Dictionary<string, Func<string>> Diagrams { get; } = new()
    {
        ["shop.mmd"] = () => MermaidMap.Render(DiagramSamples.Shop()),
        ["shop.dot"] = () => DotMap.Render(DiagramSamples.Shop()),
        ["shop.svg"] = () => SvgMap.Render(DiagramSamples.Shop()),
        ["hostile.mmd"] = () => MermaidMap.Render(DiagramSamples.Hostile()),
        ["hostile.dot"] = () => DotMap.Render(DiagramSamples.Hostile()),
        ["hostile.svg"] = () => SvgMap.Render(DiagramSamples.Hostile()),
        ["order.mmd"] = () => MermaidMap.Render(DiagramGraph.Of([DiagramSamples.Order()])),
        ["order-sequence.mmd"] = () => MermaidSequence.Render(DiagramSequence.Of(DiagramSamples.Order())),
        ["order-sequence.svg"] = () => SvgSequence.Render(DiagramSequence.Of(DiagramSamples.Order())),
        ["empty.mmd"] = () => MermaidMap.Render(DiagramGraph.Of(Array.Empty<Service>())),
        ["empty.dot"] = () => DotMap.Render(DiagramGraph.Of(Array.Empty<Service>())),
        ["empty.svg"] = () => SvgMap.Render(DiagramGraph.Of(Array.Empty<Service>())),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void DiagramsAreAsTheyWere(string file)
    {
        string drawn = Diagrams[file]();
        string path = CaseFolder.File("renderings", file);
        if (Environment.GetEnvironmentVariable("XRAYPS_WRITE_CASES") is "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), drawn);
        Assert.Equal(drawn, Diagrams[file]());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void DrawingsAreWellFormed(string file)
    {
        string drawn = Diagrams[file]();
        if (!file.EndsWith(".svg", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("<script", drawn, StringComparison.OrdinalIgnoreCase);
            return;
        }

        XmlDocument document = new() { XmlResolver = null };
        document.LoadXml(drawn);

        string[] elements = [.. document.SelectNodes("//*")!.Cast<XmlElement>().Select(element => element.LocalName).Distinct()];
        Assert.Empty(elements.Except(["svg", "style", "g", "rect", "path", "text", "title", "circle", "line"]));
        Assert.DoesNotContain(
            document.SelectNodes("//@*")!.Cast<XmlAttribute>(),
            attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.Contains("href", StringComparison.Ordinal));
    }
}
