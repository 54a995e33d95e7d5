using XRayPS.Core.Model;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Insights;

/// <summary>The sample traces hold an anomaly: the card service is down for five minutes.</summary>
[Collection(SessionCollection.Name)]
public sealed class InsightCommandTests : LocalXRay
{
    public InsightCommandTests()
    {
        XRayPS.Session.LocalServices.StopAll();
        Good("Start-XRayLocalService -Port 0 -DaemonPort 0 -Demo");
    }

    [Fact]
    public void Insights_of_a_window_come_for_all_groups_or_for_one()
    {
        InsightSummary found = Assert.Single(Good("Get-XRayInsight -Last 1h").As<InsightSummary>());

        Assert.Equal(("Default", "CLOSED", "api.cards.example"), (found.GroupName, found.State, found.RootCauseServiceId!.Name));
        Assert.Equal(found.InsightId, Assert.Single(Good("Get-XRayInsight Default -Last 1h -State Closed -PageSize 5").As<InsightSummary>()).InsightId);
        Assert.Equal(found.InsightId, Assert.Single(Good($"Get-XRayInsight -GroupARN '{found.GroupARN}' -Last 1h").As<InsightSummary>()).InsightId);
        Assert.Equal(found.InsightId, Assert.Single(Good("[pscustomobject]@{ GroupName = 'Default' } | Get-XRayInsight -Last 1h").As<InsightSummary>()).InsightId);
        Assert.Empty(Good("Get-XRayInsight -Last 1h -State ACTIVE").Output);
        Assert.Single(Good("Get-XRayInsight Default -Last 1h -AsPage").As<GetInsightSummariesResponse>());
    }

    [Fact]
    public void An_insight_has_details_events_and_a_graph()
    {
        Insight insight = Assert.Single(Good("Get-XRayInsight -InsightId (Get-XRayInsight -Last 1h).InsightId").As<Insight>());
        Assert.True(insight.RootCauseServiceRequestImpactStatistics!.FaultCount >= 5);

        IReadOnlyList<InsightEvent> events = Good("Get-XRayInsight -Last 1h | Get-XRayInsightEvent").As<InsightEvent>();
        Assert.NotEmpty(events);
        Assert.All(events, one => Assert.Equal(insight.InsightId, one.InsightId));

        IReadOnlyList<InsightImpactGraphService> graph = Good("Get-XRayInsight -Last 1h | Get-XRayInsightImpactGraph").As<InsightImpactGraphService>();
        Assert.Contains(graph, node => node.Name == "payment" && node.Edges.Any(call => call.TargetName == "api.cards.example" && call.SourceName == "payment"));
        Assert.All(graph, node => Assert.Equal(insight.InsightId, node.InsightId));
    }

    [Fact]
    public void A_graph_of_a_long_window_is_laid_together_of_its_parts()
    {
        Outcome whole = Good("Get-XRayInsight -Last 1h | Get-XRayInsightImpactGraph -Last 20h -Verbose");
        Outcome narrow = Good("Get-XRayInsight -Last 1h | Get-XRayInsightImpactGraph -Last 1h");

        Assert.Equal(4, whole.Verbose.Count(line => line.StartsWith("GetInsightImpactGraph:", StringComparison.Ordinal)));
        Assert.Equal(Calls(narrow), Calls(whole));
        Assert.Equal(whole.Output.Count, whole.As<InsightImpactGraphService>().Select(node => node.ReferenceId).Distinct().Count());
    }

    [Fact]
    public void What_there_is_not_is_one_error_each_and_the_rest_comes()
    {
        Outcome outcome = Shell.Run(
            "'01234567-89ab-1def-8123-456789abcdef', (Get-XRayInsight -Last 1h).InsightId, 'nonsense' | Get-XRayInsight");

        Assert.Single(outcome.As<Insight>());
        Assert.Equal(["01234567-89ab-1def-8123-456789abcdef", "nonsense"], outcome.Errors.Select(error => error.TargetObject));
        Assert.StartsWith("InvalidToken,", Assert.Single(Shell.Run("Get-XRayInsight -NextToken x").Errors).FullyQualifiedErrorId);
        Assert.Single(Shell.Run("Get-XRayInsight nobody -Last 1h").Errors);
    }

    private static IEnumerable<string> Calls(Outcome graph) =>
        graph.As<InsightImpactGraphService>().SelectMany(node => node.Edges.Select(call => $"{call.SourceName} {node.Type} -> {call.TargetName}")).Order();
}
