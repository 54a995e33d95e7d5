using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Faults;

/// <summary>What Write-XRaySegment does with documents that the service is too busy for.</summary>
[Collection(SessionCollection.Name)]
public sealed class WriteRetryTests : FaultTest
{
    private const string Script =
        "1..3 | ForEach-Object { @{ id = \"$_\" * 16; name = 'a'; trace_id = '1-5759e988-bd862e3fe1be46a994272793'; start_time = 1; end_time = 2 } } | Write-XRaySegment -PassThru";

    [Fact]
    public void Throttled_documents_alone_are_sent_again()
    {
        Skip();
        List<string[]> calls = [];
        Serve(request =>
        {
            lock (calls)
            {
                calls.Add(Ids(request));
                return calls.Count == 1 ? Unprocessed(("2222222222222222", "ThrottledException")) : Unprocessed();
            }
        });

        Outcome outcome = Shell.Run(Script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(3, outcome.Output.Count);
        Assert.Equal(2, calls.Count);
        Assert.Equal(["1111111111111111", "2222222222222222", "3333333333333333"], calls[0]);
        Assert.Equal(["2222222222222222"], calls[1]);
    }

    [Fact]
    public void A_document_that_stays_throttled_becomes_one_error_after_four_calls()
    {
        Skip();
        Serve(request => Ids(request).Contains("2222222222222222") ? Unprocessed(("2222222222222222", "ThrottlingException")) : Unprocessed());

        Outcome outcome = Shell.Run(Script);

        Assert.Equal("ThrottlingException,XRayPS.Commands.WriteXRaySegmentCommand", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal(4, Server.Requests);
    }

    [Fact]
    public void Refused_documents_are_not_sent_again()
    {
        Serve(_ => Unprocessed(("1111111111111111", "InvalidName"), ("3333333333333333", "MissingEndTime")));

        Outcome outcome = Shell.Run(Script);

        Assert.Equal(["InvalidName", "MissingEndTime"], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Single(outcome.Output);
        Assert.Equal(1, Server.Requests);
    }

    [Fact]
    public void A_throttled_call_is_made_again()
    {
        int calls = 0;
        Serve(_ => Interlocked.Increment(ref calls) == 1 ? FaultAnswer.Throttled : Unprocessed());

        Outcome outcome = Shell.Run(Script);

        Assert.Empty(outcome.Errors);
        Assert.Equal((3, 2), (outcome.Output.Count, calls));
    }

    [Fact]
    public void Stopping_ends_the_wait_before_the_next_try()
    {
        using SemaphoreSlim asked = new(0);
        Serve(_ =>
        {
            asked.Release();
            return Unprocessed(("1111111111111111", "ThrottledException"));
        });
        XRayCmdlet.Clock = new FixedClock(DateTimeOffset.UtcNow);
        using PowerShell shell = Shell.NewPipeline(Script);
        IAsyncResult run = shell.BeginInvoke();
        Assert.True(asked.Wait(TimeSpan.FromSeconds(30)));

        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(run));
        Assert.Equal(1, Server.Requests);
    }

    private static void Skip() => XRayCmdlet.Clock = new FixedClock(DateTimeOffset.UtcNow) { SkipsWaits = true };

    private static string[] Ids(FaultRequest request) =>
        [.. request.List("TraceSegmentDocuments").Select(document => System.Text.Json.JsonDocument.Parse(document).RootElement.GetProperty("id").GetString()!)];

    private static FaultAnswer Unprocessed(params (string Id, string Code)[] refusals) => new(
        $$"""{"UnprocessedTraceSegments":[{{string.Join(',', refusals.Select(refusal => $$"""{"Id":"{{refusal.Id}}","ErrorCode":"{{refusal.Code}}","Message":"no"}"""))}}]}""");
}
