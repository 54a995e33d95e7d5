using System.Management.Automation;
using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Analysis;

/// <summary>Statistics, comparisons and gates from the prompt, over the sample traces of a local X-Ray.</summary>
[Collection(SessionCollection.Name)]
public sealed class MeasureAndCompareTests : LocalXRay
{
    private const string Summaries = "Get-XRayTraceSummary -Last 2h";

    public MeasureAndCompareTests() => Good("Stop-XRayLocalService; Start-XRayLocalService -Port 0 -DaemonPort 0 -Demo");

    [Fact]
    public void All_together_agree_with_the_summaries()
    {
        TraceMeasurement all = Assert.Single(Good($"{Summaries} | Measure-XRayTrace").As<TraceMeasurement>());
        IReadOnlyList<TraceSummary> summaries = Good(Summaries).As<TraceSummary>();
        double[] times = [.. summaries.Select(summary => summary.ResponseTime!.Value).Order()];

        Assert.Null(all.Group);
        Assert.Equal(summaries.Count, all.Count);
        Assert.Equal(summaries.Count(summary => summary.HasFault), all.FaultCount);
        Assert.Equal(times[^1], all.Max!.Value, 6);
        double exact = times[(int)Math.Round(0.95 * (times.Length - 1))];
        Assert.InRange(all.P95!.Value, exact * 0.994, exact * 1.006);
        Assert.Equal(times.Length, all.Histogram.Sum(entry => entry.Count));
    }

    [Theory]
    [InlineData("EntryPoint", "www.shop.example")]
    [InlineData("service", "payment")]
    [InlineData("Operation", "www.shop.example GET /products/#")]
    [InlineData("Method", "POST")]
    [InlineData("Status", "Fault")]
    [InlineData("User", "alice")]
    [InlineData("annotation.country", "JP")]
    [InlineData("{ $_.HttpStatus -ge 500 }", "True")]
    public void Groups_are_made_by_what_is_named(string groupBy, string expected)
    {
        IReadOnlyList<TraceMeasurement> groups = Good($"{Summaries} | Measure-XRayTrace -GroupBy {groupBy}").As<TraceMeasurement>();

        Assert.Contains(expected, groups.Select(group => group.Group));
        Assert.Equal(groups.Select(group => group.Count).OrderDescending(), groups.Select(group => group.Count));
        Assert.All(groups, group => Assert.NotNull(group.GroupBy));
    }

    [Fact]
    public void Of_traces_services_count_with_their_own_times()
    {
        string script = $"{Summaries} -FilterExpression 'service(\"payment\")'";
        TraceMeasurement whole = Payment($"{script} | Measure-XRayTrace Service");
        TraceMeasurement own = Payment($"{script} | Get-XRayTrace | Measure-XRayTrace Service");

        Assert.Equal(whole.Count, own.Count);
        Assert.True(own.P50 < whole.P50);

        TraceMeasurement Payment(string line) => Good(line).As<TraceMeasurement>().Single(group => group.Group == "payment");
    }

    [Fact]
    public void What_is_no_grouping_and_what_is_no_trace_is_said()
    {
        Assert.StartsWith(
            "UnknownGrouping", Assert.Single(Shell.Run($"{Summaries} | Measure-XRayTrace -GroupBy Colour").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Outcome outcome = Shell.Run($"42, ({Summaries} -First 1) | Measure-XRayTrace");
        Assert.StartsWith("NotATrace", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(outcome.As<TraceMeasurement>()).Count);
    }

    [Fact]
    public void Completion_offers_the_annotations_that_were_seen()
    {
        const string Line = "Measure-XRayTrace -GroupBy annotation.c";
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = Shell.Runspace;

        string[] offered = [.. CommandCompletion.CompleteInput(Line, Line.Length, null, shell).CompletionMatches.Select(match => match.CompletionText)];
        Assert.Equal(["Annotation.cart_total", "Annotation.country"], offered);
    }

    [Fact]
    public void A_script_block_that_fails_costs_its_own_trace_alone()
    {
        Outcome outcome = Shell.Run($"{Summaries} -First 3 | Measure-XRayTrace -GroupBy {{ if (!$script:was) {{ $script:was = 1; throw 'no' }}; 'a' }}");

        Assert.StartsWith("GroupFailed", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(outcome.As<TraceMeasurement>()).Count);
    }

    [Fact]
    public void Two_traces_are_compared_step_by_step()
    {
        Outcome outcome = Good(
            $"$all = {Summaries} -FilterExpression 'http.url CONTAINS \"orders\" AND fault' -First 1 | Get-XRayTrace; "
            + $"$ok = {Summaries} -FilterExpression 'http.url CONTAINS \"orders\" AND ok' -First 1 | Get-XRayTrace; "
            + "Compare-XRayTrace $ok $all; Compare-XRayTrace $ok $ok; $all | Compare-XRayTrace $ok -IncludeEqual");
        IReadOnlyList<TraceStepComparison> steps = outcome.As<TraceStepComparison>();

        Assert.Equal(StepChange.Failed, steps[0].Change);
        Assert.Equal("www.shop.example", steps[0].Path);
        Assert.True(steps.Count > 4);
    }

    [Fact]
    public void Two_sets_say_what_changed_most()
    {
        IReadOnlyList<TraceSetComparison> rows = Good(
            $"$all = {Summaries}; $slow = $all | Where-Object Duration -GT 0.5; $quick = $all | Where-Object Duration -LE 0.5; $slow | Compare-XRayTrace $quick")
            .As<TraceSetComparison>();

        Assert.Null(rows[0].Group);
        Assert.True(rows[0].IsSignificant);
        Assert.Contains("p50 rose from", rows[0].Statement, StringComparison.Ordinal);
        Assert.Contains("Most changed: ", rows[0].Statement, StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.True(row.IsSignificant));
        IReadOnlyList<TraceSetComparison> same = Good($"$all = {Summaries}; Compare-XRayTrace $all $all -GroupBy User -IncludeEqual").As<TraceSetComparison>();
        Assert.True(same.Count > 5);
        Assert.All(same, row => Assert.False(row.IsSignificant));
    }

    [Fact]
    public void Two_summaries_get_a_hint()
    {
        Outcome outcome = Good($"$two = {Summaries} -First 2; Compare-XRayTrace $two[0] $two[1]");

        Assert.Contains("Get-XRayTrace", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Contains("too few to tell (1 against 1", Assert.Single(outcome.As<TraceSetComparison>()).Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_ends_with_an_error_and_lets_what_it_compared_out_first()
    {
        const string Graphs = "$now = Get-XRayServiceGraph -Last 2h; $before = $now | Where-Object Name -NE payment; ";
        Assert.Empty(Good(Graphs + "Compare-XRayServiceGraph $now $now -FailOn NewNode, VanishedNode, NewEdge, VanishedEdge, FaultRate, FailureRate, Latency").Output);
        Assert.NotEmpty(Good(Graphs + "$now | Compare-XRayServiceGraph $before -FailOn VanishedNode").Output);

        Outcome outcome = Good(Graphs + "try { $now | Compare-XRayServiceGraph $before -FailOn NewNode, FaultRate } catch { $_ }");
        ErrorRecord error = Assert.IsType<ErrorRecord>(outcome.Output[^1].BaseObject);
        Assert.StartsWith("ServiceGraphNotAcceptable", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("NewNode: node 'payment", error.ToString(), StringComparison.Ordinal);
        Assert.All(Assert.IsType<ServiceGraphComparison[]>(error.TargetObject), one => Assert.Equal(GraphChange.Added, one.Change));
        Assert.Contains(outcome.Output, item => item.BaseObject is ServiceGraphComparison);
    }
}
