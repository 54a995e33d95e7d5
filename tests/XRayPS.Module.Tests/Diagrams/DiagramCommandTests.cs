using System.Management.Automation;
using XRayPS.Files;
using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Diagrams;

/// <summary>Diagrams and reports from the prompt, of what a local X-Ray answers.</summary>
[Collection(SessionCollection.Name)]
public sealed class DiagramCommandTests : LocalXRay
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xrayps-diagrams").FullName;

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Mermaid", "flowchart LR\n")]
    [InlineData("Dot", "digraph services {\n")]
    [InlineData("Svg", "<svg ")]
    public void AGraphIsOneText(string format, string beginning)
    {
        WriteTraces(3);

        string text = Assert.Single(Good($"Get-XRayServiceGraph -Last 1h | ConvertTo-XRayDiagram -Format {format}").As<string>());

        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
        Assert.Contains("demo", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GraphsOfTracesStayApartAndTracesMakeOneMap()
    {
        string[] ids = WriteTraces(2);

        Assert.Equal(2, Good($"'{ids[0]}','{ids[1]}' | Get-XRayTraceGraph | ConvertTo-XRayDiagram").Output.Count);
        Assert.Single(Good($"'{ids[0]}','{ids[1]}' | Get-XRayTrace | ConvertTo-XRayDiagram").Output);
        Assert.Equal(2, Good($"'{ids[0]}','{ids[1]}' | Get-XRayTrace | ConvertTo-XRayDiagram -Kind Sequence").Output.Count);
    }

    [Theory]
    [InlineData("Get-XRayServiceGraph -Last 1h | ConvertTo-XRayDiagram -Kind Sequence", "NotDrawable", "order of calls")]
    [InlineData("Get-XRayTraceSummary -Last 1h | ConvertTo-XRayDiagram", "NotDrawable", "Get-XRayTrace")]
    [InlineData("42 | ConvertTo-XRayDiagram", "NotDrawable", "42")]
    public void WhatCannotBeDrawnIsSaid(string script, string id, string word)
    {
        WriteTraces(1);

        Outcome outcome = Shell.Run(script);

        Assert.Empty(outcome.Output);
        Assert.All(outcome.Errors, error => Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Contains(word, Assert.Single(outcome.Errors.Take(1)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void GraphvizHasNoSequences()
    {
        Assert.StartsWith(
            "NoSequenceInDot",
            Assert.Single(Shell.Run("1 | ConvertTo-XRayDiagram -Format Dot -Kind Sequence").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AReportHoldsTheTraces()
    {
        string[] ids = WriteTraces(7);
        FileInfo file = Assert.Single(In("Get-XRayTraceSummary -Last 1h | Get-XRayTrace | Export-XRayReport page.html -Title 'A <b> page' -PassThru").As<FileInfo>());

        string page = File.ReadAllText(file.FullName);
        Assert.Equal(Path.Combine(_folder, "page.html"), file.FullName);
        Assert.All(ids, id => Assert.Contains(id, page, StringComparison.Ordinal));
        Assert.Contains("<title>A &lt;b&gt; page</title>", page, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void AFileIsReplacedOnlyWithForce()
    {
        WriteTraces(1);
        string file = Path.Combine(_folder, "page.html");
        File.WriteAllText(file, "mine");
        const string Script = "Get-XRayTraceSummary -Last 1h | Get-XRayTrace | Export-XRayReport page.html";

        ErrorRecord error = Assert.Single(Bad(Script).Errors);
        Assert.StartsWith("FileExists", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        In(Script + " -Force -WhatIf");
        Assert.Equal("mine", File.ReadAllText(file));

        In(Script + " -Force");
        Assert.StartsWith("<!doctype html>", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void WhoStopsHalfwayLeavesNothing()
    {
        WriteTraces(1);

        Assert.ThrowsAny<RuntimeException>(() => In(
            "Get-XRayTraceSummary -Last 1h | Get-XRayTrace | ForEach-Object { $_; throw 'enough' } | Export-XRayReport page.html"));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("page[1].html", "WildcardInPath")]
    [InlineData("nowhere/page.html", "FileNotWritten")]
    public void PathsThatCannotBeAreSaid(string path, string id)
    {
        ErrorRecord error = Assert.Single(Bad($"Export-XRayReport -InputObject ([XRayPS.Trace]::new()) -Path '{path}'").Errors);

        Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void ALiteralPathIsTakenAsItIs()
    {
        WriteTraces(1);

        In("Get-XRayTraceSummary -Last 1h | Get-XRayTrace | Export-XRayReport -LiteralPath 'page[1].html'");

        Assert.True(File.Exists(Path.Combine(_folder, "page[1].html")));
    }

    [Fact]
    public void OpenOpensTheFile()
    {
        WriteTraces(1);
        Action<string> before = FileOpener.Open;
        List<string> opened = [];
        try
        {
            FileOpener.Open = opened.Add;
            In("Get-XRayTraceSummary -Last 1h | Get-XRayTrace | Export-XRayReport page.html -Open");
        }
        finally
        {
            FileOpener.Open = before;
        }

        Assert.Equal([Path.Combine(_folder, "page.html")], opened);
    }

    [Fact]
    public void AnEmptyReportIsAnnounced()
    {
        Outcome outcome = In("@() | ForEach-Object { $_ } | Export-XRayReport page.html");

        Assert.Contains("empty", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "page.html")));
    }

    private Outcome In(string script) => Good(Moved(script));

    private Outcome Bad(string script) => Shell.Run(Moved(script));

    private string Moved(string script) => $"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}')\n{script}";
}
