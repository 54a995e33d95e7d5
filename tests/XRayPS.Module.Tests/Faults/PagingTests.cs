using System.Collections.Concurrent;
using System.Management.Automation;
using XRayPS.Core.Model;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Faults;

[Collection(SessionCollection.Name)]
public sealed class PagingTests : FaultTest
{
    [Fact]
    public void A_token_that_repeats_ends_the_loop_with_an_error_after_what_came()
    {
        FaultServer server = Serve(request => request.Token switch
        {
            null => FaultAnswer.Summaries("one", "a"),
            "one" => FaultAnswer.Summaries("two", "b"),
            _ => FaultAnswer.Summaries("one", "c"),
        });

        Outcome outcome = Shell.Run("Get-XRayTraceSummary");

        Assert.Equal(["a", "b", "c"], outcome.As<TraceSummary>().Select(summary => summary.Id));
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("RepeatedToken,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ProtocolError, error.CategoryInfo.Category);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public void An_empty_page_with_a_token_goes_on()
    {
        Serve(request => request.Token switch
        {
            null => FaultAnswer.Summaries("one"),
            "one" => FaultAnswer.Summaries("two"),
            _ => FaultAnswer.Summaries(null, "a"),
        });

        Assert.Equal("a", Assert.Single(Shell.Run("Get-XRayTraceSummary").As<TraceSummary>()).Id);
        Assert.Equal([0, 0, 1], Shell.Run("Get-XRayTraceSummary -AsPage").As<GetTraceSummariesResponse>()
            .Select(page => page.TraceSummaries.Count));
    }

    [Fact]
    public void The_window_of_all_pages_is_the_same()
    {
        ConcurrentQueue<string> windows = new();
        Serve(request =>
        {
            windows.Enqueue($"{request.Member("StartTime")} {request.Member("EndTime")}");
            return FaultAnswer.Summaries(request.Token is null ? "one" : null, "a");
        });

        Shell.Run("Get-XRayTraceSummary");

        Assert.Equal(2, windows.Count);
        Assert.Single(windows.Distinct());
    }

    [Fact]
    public void Fractions_of_a_second_travel()
    {
        ConcurrentQueue<double> starts = new();
        Serve(request =>
        {
            starts.Enqueue(request.Member("StartTime")!.Value.GetDouble());
            return FaultAnswer.Summaries(null);
        });

        Shell.Run("Get-XRayTraceSummary -StartTime 1791210600.125; Get-XRayTraceSummary -StartTime 2026-10-05T14:30:00.125Z");

        Assert.Equal([1791210600.125, 1791210600.125], starts);
    }

    [Fact]
    public void A_stop_from_downstream_costs_two_calls_at_most()
    {
        FaultServer server = Serve(request => FaultAnswer.Summaries($"{request.Token}x", "a", "b"));

        Outcome outcome = Shell.Run("Get-XRayTraceSummary | Select-First 1");

        Assert.Equal("a", Assert.Single(outcome.As<TraceSummary>()).Id);
        Assert.Empty(outcome.Errors);
        Assert.InRange(server.Requests, 1, 2);
    }

    [Fact]
    public void The_third_page_is_asked_for_only_when_the_first_object_was_written()
    {
        using ManualResetEventSlim two = new();
        FaultServer server = Serve(request =>
        {
            if (request.Token == "x")
            {
                two.Set();
            }

            return FaultAnswer.Summaries($"{request.Token}x", "a", "b");
        });
        int seenAtFirst = 0;
        Shell.Runspace.SessionStateProxy.SetVariable("hold", (Func<object, object>)(item =>
        {
            // The first object is being written: its page's slot is still taken.
            if (seenAtFirst == 0 && two.Wait(TimeSpan.FromSeconds(20)))
            {
                seenAtFirst = server.Requests;
            }

            return item;
        }));
        using PowerShell pipeline =
            Shell.NewPipeline("Get-XRayTraceSummary | ForEach-Object { $hold.Invoke($_) } | Select-First 3");

        Assert.Equal(3, pipeline.Invoke().Count);
        Assert.Equal(2, seenAtFirst);
    }

    [Fact]
    public void First_asks_for_no_page_that_it_does_not_need()
    {
        FaultServer server = Serve(request => FaultAnswer.Summaries(request.Token is null ? "one" : null, "a", "b"));

        Assert.Empty(Shell.Run("Get-XRayTraceSummary -First 0").Output);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public void A_token_of_another_client_is_taken_as_it_is()
    {
        ConcurrentQueue<string?> tokens = new();
        Serve(request =>
        {
            tokens.Enqueue(request.Token);
            return FaultAnswer.Summaries(null, "a");
        });

        Shell.Run("Get-XRayTraceSummary -NextToken AQICAHh");

        Assert.Equal("AQICAHh", Assert.Single(tokens));
    }

    [Fact]
    public void Progress_is_shown_from_the_second_page_and_completed()
    {
        Serve(request => request.Token is null ? FaultAnswer.Summaries("one", "a") : FaultAnswer.Summaries(null, "b"));
        using PowerShell pipeline =
            Shell.NewPipeline("Get-XRayTraceSummary -StartTime 1791210000 -EndTime 1791211200");

        pipeline.Invoke();

        Assert.Equal([50, -1], pipeline.Streams.Progress.Select(record => record.PercentComplete));
        Assert.Equal(ProgressRecordType.Completed, pipeline.Streams.Progress[^1].RecordType);
    }

    [Fact]
    public void Progress_is_completed_when_it_is_stopped()
    {
        Serve(request => request.Token is null ? FaultAnswer.Summaries("one", "a") : FaultAnswer.Hang);
        using PowerShell pipeline = Shell.NewPipeline("Get-XRayTraceSummary -StartTime 1791210000 -EndTime 1791211200");
        using ManualResetEventSlim shown = new();
        pipeline.Streams.Progress.DataAdded += (_, _) => shown.Set();
        pipeline.BeginInvoke();
        Assert.True(shown.Wait(TimeSpan.FromSeconds(20)));
        Assert.True(Server.Hanging.Wait(TimeSpan.FromSeconds(20)));
        pipeline.Stop();

        Assert.Equal(ProgressRecordType.Completed, pipeline.Streams.Progress[^1].RecordType);
    }
}
