using System.Management.Automation;
using XRayPS.Core.Model;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Queries;

[Collection(SessionCollection.Name)]
public sealed class MainJobTests : LocalXRay
{
    [Fact]
    public void A_segment_is_written_found_opened_and_drawn()
    {
        string id = Assert.Single(Good("New-XRayTraceId").As<string>());
        Good("$input | Write-XRaySegment", Document(
            id, "53995c3f42cd8ad8", "front",
            more: ""","http":{"request":{"method":"GET","url":"http://shop.example/"},"response":{"status":503}},"fault":true"""));

        TraceSummary summary = Assert.Single(Good("Get-XRayTraceSummary").As<TraceSummary>());
        Assert.Equal((id, true, 503, 0.5), (summary.Id, summary.HasFault, summary.HttpStatus, summary.Duration));

        Trace trace = Assert.Single(Good("Get-XRayTraceSummary | Get-XRayTrace").As<Trace>());
        Assert.Equal(id, trace.Id);
        Assert.Equal("53995c3f42cd8ad8", Assert.Single(trace.Segments).Parsed!.Id);
        Assert.Equal("front", trace.Name);

        IReadOnlyList<Service> graph = Good("Get-XRayTraceSummary | Get-XRayTraceGraph").As<Service>();
        Assert.All(graph, node => Assert.Equal(id, node.TraceId));
        Edge call = Assert.Single(graph.SelectMany(node => node.Edges));
        Assert.Equal(("front", "client", "front"), (call.SourceName, call.SourceType, call.TargetName));

        IReadOnlyList<Service> window = Good("Get-XRayServiceGraph -Last 10m").As<Service>();
        Assert.Equal(graph.Select(node => (node.Name, node.Type)), window.Select(node => (node.Name, node.Type)));
        Assert.All(window, node => Assert.Equal(TimeSpan.FromMinutes(10), node.WindowEnd - node.WindowStart));
    }

    [Fact]
    public void Twelve_ids_come_in_the_order_asked_and_each_once()
    {
        string[] ids = WriteTraces(12);
        string[] asked = [.. ids.Reverse()];

        Outcome listed = Good("Get-XRayTrace -TraceId @($input)", [.. asked, asked[3]]);
        Outcome piped = Good("$input | Get-XRayTrace -Verbose", [.. asked, asked[3]]);

        Assert.Equal(asked, listed.As<Trace>().Select(trace => trace.Id));
        Assert.Equal(asked, piped.As<Trace>().Select(trace => trace.Id));
        Assert.Equal(3, piped.Verbose.Count(line => line.StartsWith("BatchGetTraces: request id ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_unknown_and_a_malformed_id_are_one_error_each_and_the_others_come()
    {
        string[] ids = WriteTraces(2);
        string unknown = "1-00000000-000000000000000000000000";

        Outcome outcome = Shell.Run($"Get-XRayTrace {ids[0]}, {unknown}, nonsense, {ids[1]}");

        Assert.Equal(ids, outcome.As<Trace>().Select(trace => trace.Id));
        Assert.Equal(2, outcome.Errors.Count);
        ErrorRecord missing = Assert.Single(outcome.Errors, error => error.CategoryInfo.Category == ErrorCategory.ObjectNotFound);
        Assert.Equal(unknown, missing.TargetObject);
        Assert.Equal("TraceNotFound,XRayPS.Commands.GetXRayTraceCommand", missing.FullyQualifiedErrorId);
        ErrorRecord bad = Assert.Single(outcome.Errors, error => error.CategoryInfo.Category == ErrorCategory.InvalidArgument);
        Assert.Equal("nonsense", bad.TargetObject);
        Assert.StartsWith("InvalidRequestException,", bad.FullyQualifiedErrorId);
        Assert.Matches(@"\(BatchGetTraces, request id [0-9a-f-]{36}\)$", bad.ErrorDetails.Message);
    }

    [Fact]
    public void Several_ids_give_graphs_that_stay_apart()
    {
        string[] ids = WriteTraces(2);

        IReadOnlyList<Service> nodes = Good($"Get-XRayTraceGraph {ids[0]}, {ids[1]}, {ids[0]}").As<Service>();

        Assert.Equal(ids, nodes.Select(node => node.TraceId).Distinct());
        Assert.Equal(4, nodes.Count);
    }

    [Fact]
    public void An_unknown_trace_has_no_graph()
    {
        string unknown = "1-00000000-000000000000000000000000";

        ErrorRecord error = Assert.Single(Shell.Run($"Get-XRayTraceGraph {unknown}").Errors);

        Assert.Equal(unknown, error.TargetObject);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
    }

    [Fact]
    public void First_and_skip_count_traces_and_the_rest_goes_on_from_a_token()
    {
        string[] latest = [.. WriteTraces(7).Reverse()];

        Outcome first = Good("Get-XRayTraceSummary -First 3 -Skip 1 -Verbose");
        Assert.Equal(latest[1..4], first.As<TraceSummary>().Select(summary => summary.Id));

        string token = Assert.Single(first.Verbose, line => line.StartsWith("There is more", StringComparison.Ordinal)).Split('\'')[1];
        Outcome rest = Good($"Get-XRayTraceSummary -NextToken {token}");
        Assert.Equal(latest[4..], rest.As<TraceSummary>().Select(summary => summary.Id));
    }

    [Fact]
    public void Pages_carry_tokens_that_keep_the_window()
    {
        string[] latest = [.. WriteTraces(5).Reverse()];

        GetTraceSummariesResponse page =
            Assert.Single(Good("Get-XRayTraceSummary -AsPage -First 2").As<GetTraceSummariesResponse>());
        Assert.Equal(latest[..2], page.TraceSummaries.Select(summary => summary.Id));

        GetTraceSummariesResponse rest = Assert.Single(
            Good($"Get-XRayTraceSummary -AsPage -Last 1s -NextToken {page.NextToken}").As<GetTraceSummariesResponse>());
        Assert.Equal(latest[2..], rest.TraceSummaries.Select(summary => summary.Id));
        Assert.Null(rest.NextToken);
        Assert.Equal(5, rest.TracesProcessedCount);
    }

    [Fact]
    public void An_unknown_total_comes_first()
    {
        WriteTraces(1);

        Outcome outcome = Good("Get-XRayTraceSummary -IncludeTotalCount");

        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal(0UL, outcome.Output[0].BaseObject);
        Assert.Equal(0.0, outcome.Output[0].Properties["__TotalCount_Accuracy"]?.Value ?? outcome.Output[0].Members["Accuracy"]?.Value);
    }

    [Fact]
    public void A_page_size_is_refused_with_a_sentence()
    {
        ErrorRecord error = Assert.Single(Shell.Run("Get-XRayTraceSummary -PageSize 10").Errors);

        Assert.StartsWith("PageSizeNotSupported,", error.FullyQualifiedErrorId);
        Assert.Contains("-First", error.ToString());
    }

    [Theory]
    [InlineData("Get-XRayTraceGraph 1-00000000-000000000000000000000000 -NextToken TOKEN", "belongs to GetTraceSummaries")]
    [InlineData("Get-XRayTraceSummary -NextToken xrayps.garbage", "damaged")]
    public void A_token_of_something_else_is_refused(string script, string reason)
    {
        WriteTraces(2);
        GetTraceSummariesResponse page =
            Assert.Single(Good("Get-XRayTraceSummary -AsPage -First 1").As<GetTraceSummariesResponse>());

        ErrorRecord error = Assert.Single(Shell.Run(script.Replace("TOKEN", page.NextToken)).Errors);

        Assert.StartsWith("InvalidToken,", error.FullyQualifiedErrorId);
        Assert.Contains(reason, error.ToString());
    }

    [Fact]
    public void The_default_window_is_the_last_fifteen_minutes()
    {
        string[] ids = [Core.Documents.TraceId.New(TimeProvider.System), Core.Documents.TraceId.New(TimeProvider.System)];
        Good("$input | Write-XRaySegment",
            Document(ids[0], "1000000000000001", secondsAgo: 16 * 60), Document(ids[1], "1000000000000002", secondsAgo: 14 * 60));

        Assert.Equal(ids[1], Assert.Single(Good("Get-XRayTraceSummary").As<TraceSummary>()).Id);
        Assert.Equal(2, Good("Get-XRayTraceSummary -Last 20m").Output.Count);
        Assert.Equal(ids[0], Assert.Single(Good("Get-XRayTraceSummary -StartTime -20m -EndTime '15 minutes ago'").As<TraceSummary>()).Id);
    }

    [Fact]
    public void Two_starts_are_refused() =>
        Assert.StartsWith(
            "TwoStarts,", Assert.Single(Shell.Run("Get-XRayTraceSummary -Last 1h -StartTime -2h").Errors).FullyQualifiedErrorId);

    [Fact]
    public void Sampling_at_a_rate_implies_the_range_type_that_allows_it()
    {
        WriteTraces(3);

        Assert.Equal(3, Good("Get-XRayTraceSummary -SamplingRate 1").Output.Count);
        Assert.Empty(Good("Get-XRayTraceSummary -SamplingStrategy FixedRate -SamplingRate 0").Output);
        Assert.StartsWith("InvalidRequestException,", Assert.Single(
            Shell.Run("Get-XRayTraceSummary -SamplingStrategy FixedRate -SamplingRate 0.5 -TimeRangeType TraceId").Errors)
            .FullyQualifiedErrorId);
    }

    [Fact]
    public void Verbose_says_which_source_won_and_each_call_with_its_request_id()
    {
        IReadOnlyList<string> lines = Good("Get-XRayTraceSummary -Verbose").Verbose;

        Assert.StartsWith("X-Ray at http://127.0.0.1:", lines[0]);
        Assert.Contains("(Start-XRayLocalService)", lines[0]);
        Assert.Matches(@"^GetTraceSummaries: request id [0-9a-f-]{36}, \d+ ms\.$", lines[1]);
    }

    [Fact]
    public void Parallel_runspaces_see_the_connection()
    {
        string[] ids = WriteTraces(3);

        Outcome outcome = Good(
            $"$input | ForEach-Object -Parallel {{ Import-Module '{StagedModule.Manifest}'; Get-XRayTrace $_ }} -ThrottleLimit 3", ids);

        Assert.Equal(ids.Order(), outcome.As<Trace>().Select(trace => trace.Id).Order());
        Assert.Single(Good("Get-XRayLocalService").Output);
    }
}
