using System.Collections.Concurrent;
using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Faults;

[Collection(SessionCollection.Name)]
public sealed class FailureTests : FaultTest
{
    private const string A = "1-00000000-00000000000000000000000a";
    private const string B = "1-00000000-00000000000000000000000b";

    [Fact]
    public void A_dropped_connection_is_tried_again()
    {
        int calls = 0;
        Serve(_ => Interlocked.Increment(ref calls) == 1
            ? FaultAnswer.Summaries(null, "a") with { Kind = FaultKind.Cut }
            : FaultAnswer.Summaries(null, "a"));

        Outcome outcome = Shell.Run("Get-XRayTraceSummary");

        Assert.Empty(outcome.Errors);
        Assert.Equal("a", Assert.Single(outcome.As<TraceSummary>()).Id);
    }

    [Fact]
    public void A_throttled_call_is_tried_again()
    {
        int calls = 0;
        Serve(_ => Interlocked.Increment(ref calls) == 1 ? FaultAnswer.Throttled : FaultAnswer.Summaries(null, "a"));

        Assert.Equal("a", Assert.Single(Shell.Run("Get-XRayTraceSummary").As<TraceSummary>()).Id);
    }

    [Theory]
    [InlineData(400, "InvalidRequestException", ErrorCategory.InvalidArgument)]
    [InlineData(403, "AccessDeniedException", ErrorCategory.PermissionDenied)]
    [InlineData(404, "ResourceNotFoundException", ErrorCategory.ObjectNotFound)]
    public void A_service_error_is_one_record(int status, string code, ErrorCategory category)
    {
        Serve(_ => new FaultAnswer("""{"Message":"No."}""", status, code));

        ErrorRecord error = Assert.Single(Shell.Run("Get-XRayTraceSummary 'service()'").Errors);

        Assert.Equal($"{code},XRayPS.Commands.GetXRayTraceSummaryCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal("service()", error.TargetObject);
        Assert.Equal("No. (GetTraceSummaries, request id request-1)", error.ErrorDetails.Message);
    }

    [Fact]
    public void ErrorAction_works()
    {
        Serve(_ => new FaultAnswer("""{"Message":"No."}""", 400, "InvalidRequestException"));

        Assert.Equal(
            "caught InvalidRequestException",
            Assert.Single(Shell.Run("try { Get-XRayTraceSummary -ErrorAction Stop } catch { 'caught ' + $_.FullyQualifiedErrorId.Split(',')[0] }").Output).ToString());
        Assert.Empty(Shell.Run("Get-XRayTraceSummary -ErrorAction Ignore").Errors);
    }

    [Fact]
    public void Nobody_at_the_endpoint_is_a_connection_error()
    {
        ErrorRecord error = Assert.Single(Shell.Run("Get-XRayTraceSummary -EndpointUrl http://127.0.0.1:9").Errors);

        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
    }

    [Fact]
    public void Ids_that_come_back_unprocessed_are_asked_for_again()
    {
        XRayCmdlet.Clock = new FixedClock(DateTimeOffset.UnixEpoch) { SkipsWaits = true };
        ConcurrentQueue<string[]> asked = new();
        Serve(request =>
        {
            asked.Enqueue(request.List("TraceIds"));
            return asked.Count < 3 ? FaultAnswer.Traces([A], B) : FaultAnswer.Traces([B]);
        });

        Outcome outcome = Shell.Run($"Get-XRayTrace {B}, {A}");

        Assert.Empty(outcome.Errors);
        Assert.Equal([B, A], outcome.As<Trace>().Select(trace => trace.Id));
        Assert.Equal([[B, A], [B], [B]], asked);
    }

    [Fact]
    public void Ids_that_never_get_processed_are_errors()
    {
        XRayCmdlet.Clock = new FixedClock(DateTimeOffset.UnixEpoch) { SkipsWaits = true };
        FaultServer server = Serve(_ => FaultAnswer.Traces([A], B));

        Outcome outcome = Shell.Run($"Get-XRayTrace {A}, {B}");

        Assert.Equal(A, Assert.Single(outcome.As<Trace>()).Id);
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("UnprocessedTraceId,", error.FullyQualifiedErrorId);
        Assert.Equal(B, error.TargetObject);
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public void A_trace_that_X_Ray_cut_off_is_announced()
    {
        Serve(_ => new FaultAnswer($$"""{"Traces":[{"Id":"{{A}}","LimitExceeded":true,"Segments":[]}]}"""));

        Assert.Contains(A, Assert.Single(Shell.Run($"Get-XRayTrace {A}").Warnings));
    }

    [Fact]
    public void Members_of_the_wrong_kind_are_told_on_the_verbose_stream()
    {
        Serve(_ => new FaultAnswer("""{"TraceSummaries":[{"Id":"a","Duration":"long"}]}"""));

        Outcome outcome = Shell.Run("Get-XRayTraceSummary -Verbose");

        Assert.Null(Assert.Single(outcome.As<TraceSummary>()).Duration);
        Assert.Contains(outcome.Verbose, line => line.Contains("Duration", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_that_are_piped_slowly_are_sent_a_second_after_the_first()
    {
        FixedClock clock = new(DateTimeOffset.UnixEpoch);
        XRayCmdlet.Clock = clock;
        ConcurrentQueue<int> batches = new();
        Serve(request =>
        {
            string[] ids = request.List("TraceIds");
            batches.Enqueue(ids.Length);
            return FaultAnswer.Traces(ids);
        });
        Shell.Runspace.SessionStateProxy.SetVariable("clock", (Action<double>)(seconds => clock.Advance(TimeSpan.FromSeconds(seconds))));

        Shell.Run("1..8 | ForEach-Object { if ($_ -eq 3) { $clock.Invoke(1) }; '1-00000000-00000000000000000000000' + $_ } | Get-XRayTrace");

        Assert.Equal([3, 5], batches);
    }

    [Fact]
    public void A_failed_call_does_not_end_the_pipeline()
    {
        int calls = 0;
        Serve(_ => Interlocked.Increment(ref calls) == 1
            ? new FaultAnswer("""{"Message":"No."}""", 400, "InvalidRequestException")
            : new FaultAnswer("""{"Services":[{"ReferenceId":0,"Name":"x"}]}"""));

        Outcome outcome = Shell.Run($"'{A}', '{B}' | Get-XRayTraceGraph");

        Assert.Equal(A, Assert.Single(outcome.Errors).TargetObject);
        Assert.Equal(B, Assert.Single(outcome.As<Service>()).TraceId);
    }

    [Fact]
    public void A_graph_in_pages_is_one_graph()
    {
        Serve(request => request.Token is null
            ? new FaultAnswer("""{"NextToken":"t","Services":[{"ReferenceId":0,"Name":"a","Edges":[{"ReferenceId":1}]}]}""")
            : new FaultAnswer("""{"ContainsOldGroupVersions":true,"Services":[{"ReferenceId":1,"Name":"b","Type":"remote"}]}"""));

        Outcome outcome = Shell.Run("Get-XRayServiceGraph");

        IReadOnlyList<Service> nodes = outcome.As<Service>();
        Assert.Equal(["a", "b"], nodes.Select(node => node.Name));
        Assert.Equal(("a", "b", "remote"), (nodes[0].Edges[0].SourceName, nodes[0].Edges[0].TargetName, nodes[0].Edges[0].TargetType));
        Assert.Contains("older filter", Assert.Single(outcome.Warnings));
    }
}
