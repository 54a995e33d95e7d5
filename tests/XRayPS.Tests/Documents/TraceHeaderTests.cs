using XRayPS.Core.Documents;

namespace XRayPS.Tests.Documents;

public sealed class TraceHeaderTests
{
    [Fact]
    public void Reads_and_writes_the_documented_example()
    {
        const string Text = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
        TraceHeader header = TraceHeader.Parse(Text);

        Assert.Equal("1-5759e988-bd862e3fe1be46a994272793", header.Root);
        Assert.Equal("53995c3f42cd8ad8", header.Parent);
        Assert.Equal(SamplingDecision.Sampled, header.Sampled);
        Assert.Equal(Text, header.ToString());
    }

    [Theory]
    [InlineData("Sampled=0", SamplingDecision.NotSampled)]
    [InlineData("sampled = ? ", SamplingDecision.Requested)]
    [InlineData("SAMPLED=yes", SamplingDecision.Unknown)]
    [InlineData("", SamplingDecision.Unknown)]
    [InlineData(null, SamplingDecision.Unknown)]
    public void Knows_the_decisions(string? text, SamplingDecision expected) =>
        Assert.Equal(expected, TraceHeader.Parse(text).Sampled);

    [Fact]
    public void Carries_along_what_it_does_not_know()
    {
        TraceHeader header = TraceHeader.Parse(
            "Self=1-67891234-12456789abcdef012345678;root=1-67891233-abcdef012345678912345678 ; CalledFrom=app;Lineage=a:b|c:2;;x;=y");

        Assert.Equal("1-67891234-12456789abcdef012345678", header.Self);
        Assert.Equal("1-67891233-abcdef012345678912345678", header.Root);
        Assert.Equal("a:b|c:2", header.Lineage);
        Assert.Equal("app", header.Additional["CalledFrom"]);
        Assert.Equal(
            "Self=1-67891234-12456789abcdef012345678;Root=1-67891233-abcdef012345678912345678;Lineage=a:b|c:2;CalledFrom=app",
            header.ToString());
    }

    [Fact]
    public void Passes_over_ids_that_are_not_well_formed()
    {
        TraceHeader header = TraceHeader.Parse("Root=1-2-3;Parent=xyz;Sampled=1");

        Assert.Null(header.Root);
        Assert.Null(header.Parent);
        Assert.Equal("Sampled=1", header.ToString());
    }
}
