using System.Text.RegularExpressions;
using XRayPS.Core.Rendering;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>
/// The default view of every record, in the real engine, against tests/Cases/views. To accept a change, run with
/// XRAYPS_WRITE_CASES=1 and read the difference.
/// </summary>
public sealed class ViewTests
{
    private static readonly string Cases = Path.Combine(RepositoryFiles.Root, "tests", "Cases", "views");

    public static TheoryData<string, int> Views
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (string name in ViewSamples.All.Keys)
            {
                data.Add(name, 80);
                data.Add(name, 120);
                data.Add(name, 160);
            }

            return data;
        }
    }

    public static TheoryData<string> Names => [.. ViewSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Views))]
    public void DefaultViewReadsWell(string name, int width) =>
        Compare($"{name}.{width}", ViewRenderer.Render(ViewSamples.All[name](), width));

    [Theory]
    [MemberData(nameof(Names))]
    public void ListViewReadsWell(string name) =>
        Compare($"{name}.list", ViewRenderer.Render(ViewSamples.All[name](), 120, control: "ListControl"));

    [Theory]
    [MemberData(nameof(Names))]
    public void TableViewReadsWell(string name) =>
        Compare($"{name}.table", ViewRenderer.Render(ViewSamples.All[name](), 120, control: "TableControl"));

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ja-JP")]
    public void DrawingsAreTheSameInEveryCulture(string culture)
    {
        foreach (string name in new[] { "TraceSummary", "Trace", "TraceOdd", "SegmentDocument", "Service", "Edge" })
        {
            Assert.Equal(
                ViewRenderer.Render(ViewSamples.All[name](), 80),
                ViewRenderer.Render(ViewSamples.All[name](), 80, culture: culture));
        }
    }

    [Theory]
    [InlineData("TraceSummary", "\u001b[31mFault\u001b[0m")]
    [InlineData("Trace", "\u001b[31m✖ Fault 502\u001b[0m")]
    [InlineData("Service", "\u001b[35m        2\u001b[0m")]
    [InlineData("EncryptionConfig", "\u001b[32mACTIVE\u001b[0m")]
    public void StatusHasColourOnATerminalThatTakesIt(string name, string expected)
    {
        string text = ViewRenderer.Render(ViewSamples.All[name](), 120, colors: true);

        Assert.Contains(expected, text);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void ColoursDoNotChangeTheLayout(string name, int width)
    {
        string colored = ViewRenderer.Render(ViewSamples.All[name](), width, colors: true);

        string plain = Regex.Replace(colored, "\u001b\\[[0-9;]*m", "");
        Assert.Equal(
            ViewRenderer.Render(ViewSamples.All[name](), width),
            string.Join('\n', plain.Split('\n').Select(line => line.TrimEnd())));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void NoLineIsWiderThanTheTerminal(string name, int width)
    {
        string text = ViewRenderer.Render(ViewSamples.All[name](), width);

        Assert.All(text.Split('\n'), line => Assert.True(CellText.Measure(line) <= width, line));
    }

    [Fact]
    public void NothingInATraceReachesTheTerminalAsAControlCharacter()
    {
        foreach (string name in ViewSamples.All.Keys)
        {
            foreach (string? control in new[] { null, "ListControl", "TableControl" })
            {
                string text = ViewRenderer.Render(ViewSamples.All[name](), 120, colors: true, control);
                Assert.DoesNotContain("\u001b[2J", text, StringComparison.Ordinal);
            }
        }
    }

    private static void Compare(string name, string actual)
    {
        string file = Path.Combine(Cases, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("XRAYPS_WRITE_CASES") is "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
