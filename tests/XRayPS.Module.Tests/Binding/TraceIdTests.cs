using System.Management.Automation;
using XRayPS.Module.Tests.Engine;

namespace XRayPS.Module.Tests.Binding;

public sealed class TraceIdTests : IDisposable
{
    private const string Id = "1-5759e988-bd862e3fe1be46a994272793";
    private readonly Shell _shell = new();

    public static TheoryData<string, object> Carriers => new()
    {
        { "an id", Id },
        { "an id in capitals, with spaces", " 1-5759E988-BD862E3FE1BE46A994272793 " },
        { "W3C's digits", "5759e988bd862e3fe1be46a994272793" },
        { "a tracing header", $"Root={Id};Parent=53995c3f42cd8ad8;Sampled=1" },
        { "a document", $$"""{"id":"53995c3f42cd8ad8","trace_id":"{{Id}}"}""" },
        { "a summary", new TraceSummary { Id = Id } },
        { "a trace", new Trace { Id = Id } },
        { "a tree", new SegmentDocument { Id = "53995c3f42cd8ad8", TraceId = Id } },
        { "a segment", new Segment { Id = "53995c3f42cd8ad8", Parsed = new SegmentDocument { TraceId = Id } } },
        { "a node", new Service { TraceId = Id, Name = "x" } },
        { "a hashtable", new System.Collections.Hashtable { ["TraceId"] = Id } },
        { "an object", new PSObject { Properties = { new PSNoteProperty("trace_id", Id) } } },
        { "an object with an id", new PSObject { Properties = { new PSNoteProperty("Id", Id) } } },
    };

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Carriers))]
    public void Whatever_carries_an_id_binds(string kind, object carrier)
    {
        Assert.NotEmpty(kind);
        Assert.Equal([Id], _shell.Run("$input | Test-TraceId", carrier).As<string>());
        Assert.Equal([Id, Id], _shell.Run("$x = @($input); Test-TraceId -TraceId @($x[0], $x[0])", carrier).As<string>());
    }

    [Fact]
    public void What_carries_none_is_refused()
    {
        ErrorRecord error = Assert.Single(_shell.Run("Test-TraceId 5").Errors);

        Assert.Contains("carries no trace id", error.ToString());
    }

    [Fact]
    public void Text_of_another_kind_goes_on_as_it_is() =>
        Assert.Equal(["nonsense"], _shell.Run("Test-TraceId nonsense").As<string>());
}
