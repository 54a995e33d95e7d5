using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Analysis;

/// <summary>Nodes and edges of a graph lead to the traces that they are made of.</summary>
[Collection(SessionCollection.Name)]
public sealed class PictureToDataTests : LocalXRay
{
    public PictureToDataTests() => Good("Stop-XRayLocalService; Start-XRayLocalService -Port 0 -DaemonPort 0 -Demo");

    [Fact]
    public void A_node_gives_the_traces_that_it_took_part_in()
    {
        Outcome outcome = Good("Get-XRayServiceGraph -Last 2h | Where-Object Name -EQ payment | Get-XRayTraceSummary -Verbose");
        int expected = Good("Get-XRayTraceSummary -Last 2h -FilterExpression 'service(\"payment\")'").Output.Count;

        Assert.True(expected > 20);
        Assert.Equal(expected, outcome.As<TraceSummary>().Count);
        Assert.Contains(outcome.Verbose, line => line.EndsWith("service(id(name: \"payment\", type: \"AWS::ECS::Fargate\"))", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edge_gives_the_traces_with_that_call()
    {
        Outcome outcome = Good("(Get-XRayServiceGraph -Last 2h | Where-Object Name -EQ orders).Edges | Where-Object TargetName -EQ payment | Get-XRayTraceSummary -Verbose");
        int expected = Good("Get-XRayTraceSummary -Last 2h -FilterExpression 'edge(\"orders\", \"payment\")'").Output.Count;

        Assert.Equal(expected, outcome.As<TraceSummary>().Count);
        Assert.Contains(outcome.Verbose, line => line.Contains(
            "edge(id(name: \"orders\", type: \"AWS::ECS::Container\"), id(name: \"payment\", type: \"AWS::ECS::Fargate\"))", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_node_and_every_edge_of_a_graph_finds_its_traces()
    {
        Outcome outcome = Good(
            "foreach ($node in Get-XRayServiceGraph -Last 2h) { foreach ($it in @($node) + @($node.Edges)) { @($it | Get-XRayTraceSummary).Count } }");

        Assert.All(outcome.As<int>(), count => Assert.True(count > 0));
    }

    [Fact]
    public void A_filter_of_ones_own_narrows_it_and_a_window_of_ones_own_moves_it()
    {
        const string Node = "Get-XRayServiceGraph -Last 2h | Where-Object Name -EQ payment | Get-XRayTraceSummary";
        IReadOnlyList<TraceSummary> narrowed = Good($"{Node} 'fault OR throttle'").As<TraceSummary>();

        Assert.NotEmpty(narrowed);
        Assert.All(narrowed, summary => Assert.True(summary.HasFault || summary.HasThrottle));
        Assert.True(narrowed.Count < Good(Node).Output.Count);
        Assert.Empty(Good($"{Node} -StartTime -5h -EndTime -4h").Output);
    }

    [Fact]
    public void A_summary_comes_once_for_each_node_that_it_matches()
    {
        int both = Good("Get-XRayServiceGraph -Last 2h | Where-Object Name -IN orders, payment | Where-Object Type -NE client | Get-XRayTraceSummary").Output.Count;
        int unique = Good("Get-XRayTraceSummary -Last 2h 'service(\"orders\")'").Output.Count;

        Assert.True(both > unique);
        Assert.Equal(5, Good("Get-XRayServiceGraph -Last 2h | Get-XRayTraceSummary -First 5").Output.Count);
    }

    [Fact]
    public void Nothing_piped_is_nothing_asked()
    {
        Assert.Empty(Good("Get-XRayServiceGraph -Last 2h | Where-Object Name -EQ nobody | Get-XRayTraceSummary").Output);
        Assert.NotEmpty(Good("Get-XRayTraceSummary -Last 2h").Output);
    }

    [Theory]
    [InlineData("[XRayPS.Edge]::new() | Get-XRayTraceSummary", "NamelessEntity")]
    [InlineData("[XRayPS.Service]::new() | Get-XRayTraceSummary", "NamelessEntity")]
    [InlineData("42 | Get-XRayTraceSummary", "NotAnEntity")]
    public void What_means_nothing_is_said(string script, string id)
    {
        Outcome outcome = Shell.Run(script);

        Assert.StartsWith(id, Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Names_with_quotes_are_escaped()
    {
        string text = Core.Filters.EntityFilter.Of(new Service { Name = "a\"b\\c", AccountId = "123456789012" })!;

        Assert.Equal("service(id(name: \"a\\\"b\\\\c\", account.id: \"123456789012\"))", text);
        Assert.True(Core.Filters.Filter.TryParse(text, out _, out _));
    }
}
