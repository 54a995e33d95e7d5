using System.Diagnostics;
using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Retrieval;

[Collection(SessionCollection.Name)]
public sealed class RetrievalCommandTests : LocalXRay
{
    [Fact]
    public void Traces_are_brought_back_in_one_line_as_Get_XRayTrace_gives_them()
    {
        string[] ids = WriteTraces(7);

        IReadOnlyList<Trace> traces = Good("Get-XRayTraceSummary | Start-XRayTraceRetrieval -Last 1h | Get-XRayRetrievedTrace -Wait").As<Trace>();

        Assert.Equal(ids.Order(), traces.Select(trace => trace.Id!).Order());
        Assert.All(traces, trace => Assert.Equal(("demo", 0.5), (trace.Root!.Name, trace.Duration)));
        Assert.Equal(7, Good("Get-XRayTraceSummary | Start-XRayTraceRetrieval -Last 1h | Get-XRayRetrievedTrace -Wait -Format OTEL")
            .As<RetrievedTrace>().Sum(trace => trace.SpanCount));
    }

    [Fact]
    public void More_than_a_hundred_ids_make_several_retrievals()
    {
        string[] ids = WriteTraces(101);

        Outcome listed = Good("$ids = @($input); Start-XRayTraceRetrieval -TraceId $ids -Last 1h", [.. ids, ids[0]]);
        Outcome piped = Good("$input | Start-XRayTraceRetrieval -Last 1h", [.. ids]);

        Assert.Equal([100, 1], listed.As<TraceRetrieval>().Select(retrieval => retrieval.TraceCount));
        Assert.Equal([100, 1], piped.As<TraceRetrieval>().Select(retrieval => retrieval.TraceCount));
        Assert.Equal(101, Good("$input | Get-XRayRetrievedTrace -Wait", [.. listed.Output]).Output.Count);
        Assert.Equal(3, Good("$input | Get-XRayRetrievedTrace -Wait -First 3", [.. listed.Output]).Output.Count);
        Assert.Empty(Good($"Start-XRayTraceRetrieval {ids[0]} -WhatIf").Output);
    }

    [Fact]
    public void An_id_that_does_not_come_back_is_one_error()
    {
        string id = WriteTraces(1)[0];
        const string Unknown = "1-00000000-000000000000000000000000";

        Outcome outcome = Shell.Run($"Start-XRayTraceRetrieval {id}, {Unknown} | Get-XRayRetrievedTrace -Wait");

        Assert.Equal(id, Assert.Single(outcome.As<Trace>()).Id);
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.Equal((Unknown, ErrorCategory.ObjectNotFound), (error.TargetObject, error.CategoryInfo.Category));
    }

    [Fact]
    public void An_id_that_is_none_is_one_error_and_the_others_are_retrieved()
    {
        string id = WriteTraces(1)[0];

        Outcome outcome = Shell.Run($"Start-XRayTraceRetrieval nonsense, {id}");

        Assert.Equal([id], Assert.Single(outcome.As<TraceRetrieval>()).TraceIds);
        Assert.Equal("nonsense", Assert.Single(outcome.Errors).TargetObject);
        Assert.Single(Shell.Run("Start-XRayTraceRetrieval nonsense").Errors);
    }

    [Fact]
    public void Without_waiting_there_is_a_warning_and_a_stopped_retrieval_is_an_error()
    {
        FixedClock clock = new(DateTimeOffset.UtcNow);
        XRayPS.Session.LocalServices.StopAll();
        XRayCmdlet.Clock = clock;
        Good("Start-XRayLocalService -Port 0 -DaemonPort 0; $r = Start-XRayTraceRetrieval 1-00000000-000000000000000000000000");

        Outcome early = Good("$r | Get-XRayRetrievedTrace; $r | Get-XRayRetrievedTraceGraph");
        Assert.Empty(early.Output);
        Assert.Equal(2, early.Warnings.Count);
        Assert.Contains("SCHEDULED", early.Warnings[0], StringComparison.Ordinal);

        Assert.Empty(Good("$r | Stop-XRayTraceRetrieval -WhatIf").Output);
        Assert.Single(Good("$r | Stop-XRayTraceRetrieval -PassThru").As<string>());
        foreach (string cmdlet in new[] { "Get-XRayRetrievedTrace", "Get-XRayRetrievedTraceGraph" })
        {
            ErrorRecord ended = Assert.Single(Shell.Run($"$r | {cmdlet} -Wait").Errors);
            Assert.StartsWith("TraceRetrievalCancelled,", ended.FullyQualifiedErrorId);
        }

        Assert.Equal(ErrorCategory.ObjectNotFound, Assert.Single(Shell.Run("$r | Stop-XRayTraceRetrieval").Errors).CategoryInfo.Category);
        Assert.Equal(ErrorCategory.ObjectNotFound, Assert.Single(Shell.Run("Get-XRayRetrievedTrace nonsense -Wait").Errors).CategoryInfo.Category);
    }

    [Fact]
    public void A_wait_ends_by_the_clock_and_a_stop_ends_it_at_once()
    {
        FixedClock service = new(DateTimeOffset.UtcNow);
        XRayPS.Session.LocalServices.StopAll();
        XRayCmdlet.Clock = service;
        Good("Start-XRayLocalService -Port 0 -DaemonPort 0; $r = Start-XRayTraceRetrieval 1-00000000-000000000000000000000000");
        XRayCmdlet.Clock = new FixedClock(service.GetUtcNow()) { SkipsWaits = true };

        ErrorRecord late = Assert.Single(Shell.Run("$r | Get-XRayRetrievedTrace -Wait -TimeoutSec 7").Errors);
        Assert.StartsWith("WaitTimedOut,", late.FullyQualifiedErrorId);
        Assert.Equal("The retrieval is SCHEDULED and was not complete in 7 seconds.", late.Exception.Message);

        XRayCmdlet.Clock = new FixedClock(service.GetUtcNow());
        using PowerShell pipeline = Shell.NewPipeline("$r | Get-XRayRetrievedTrace -Wait -Verbose");
        pipeline.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(
            () => pipeline.Streams.Verbose.Any(line => line.Message.StartsWith("ListRetrievedTraces:", StringComparison.Ordinal)), TimeSpan.FromSeconds(20)));
        Stopwatch watch = Stopwatch.StartNew();
        pipeline.Stop();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"The stop took {watch.Elapsed}.");
    }

    [Fact]
    public void The_graph_of_what_came_back_has_names_and_can_be_drawn()
    {
        WriteTraces(2);

        IReadOnlyList<Service> nodes = Good("Get-XRayTraceSummary | Start-XRayTraceRetrieval -Last 1h | Get-XRayRetrievedTraceGraph -Wait").As<Service>();

        Assert.Equal("demo", Assert.Single(nodes.SelectMany(node => node.Edges)).TargetName);
        Assert.All(nodes, node => Assert.NotNull(node.Links));
        Assert.NotEmpty(Good("Get-XRayTraceSummary | Start-XRayTraceRetrieval -Last 1h | Get-XRayRetrievedTraceGraph -Wait | ConvertTo-XRayDiagram").Output);
    }
}
