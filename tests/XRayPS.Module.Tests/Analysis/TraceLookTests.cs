using System.Globalization;
using System.Management.Automation;
using XRayPS.Core.Documents;
using XRayPS.Core.Rendering;
using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Analysis;

/// <summary>Waterfalls, critical paths and problems from the prompt.</summary>
[Collection(SessionCollection.Name)]
public sealed class TraceLookTests : LocalXRay
{
    [Fact]
    public void Traces_summaries_ids_and_documents_are_all_taken()
    {
        string id = WriteTraces(1)[0];
        string[] scripts =
        [
            "Get-XRayTraceSummary -Last 1h | Get-XRayTrace | Show-XRayTrace",
            "Get-XRayTraceSummary -Last 1h | Show-XRayTrace",
            $"'{id}' | Show-XRayTrace",
            $"Show-XRayTrace {id}",
            $"Show-XRayTrace -TraceId {id},{id}",
            $"Show-XRayTrace -InputObject (Get-XRayTrace {id})",
            "(Get-XRayTraceSummary -Last 1h | Get-XRayTrace).Segments.Parsed | Show-XRayTrace",
        ];
        string first = string.Join('\n', Good(scripts[0]).As<string>());

        Assert.Contains($"Trace {id}", first, StringComparison.Ordinal);
        Assert.All(scripts, script => Assert.Equal(first, string.Join('\n', Good(script).As<string>())));
    }

    [Theory]
    [InlineData("-Width 60", 60)]
    [InlineData("-Width 160 -Detailed", 160)]
    [InlineData("", 119)]
    public void Lines_keep_to_the_width(string arguments, int width)
    {
        WriteTraces(2);

        IReadOnlyList<string> lines = Good($"Get-XRayTraceSummary -Last 1h | Show-XRayTrace {arguments}").As<string>();
        Assert.All(lines, line => Assert.True(CellText.Measure(Style.Strip(line)) <= width, line));
        Assert.Equal(2, lines.Count(line => line.Contains("Trace 1-", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Plain_text_and_ascii_are_what_they_say()
    {
        WriteTraces(1);

        Assert.DoesNotContain(Good("Get-XRayTraceSummary -Last 1h | Show-XRayTrace -AsPlainText").As<string>(), line => line.Contains('\u001b', StringComparison.Ordinal));
        Assert.All(
            Good("Get-XRayTraceSummary -Last 1h | Show-XRayTrace -AsPlainText -Ascii").As<string>(), line => Assert.True(line.All(char.IsAscii), line));
        Assert.DoesNotContain(
            Good("$before = $PSStyle.OutputRendering; try { $PSStyle.OutputRendering = 'PlainText'; Get-XRayTraceSummary -Last 1h | Show-XRayTrace } finally { $PSStyle.OutputRendering = $before }").As<string>(),
            line => line.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void An_id_that_is_not_there_is_an_error_and_the_others_are_shown()
    {
        string id = WriteTraces(1)[0];
        Outcome outcome = Shell.Run($"'1-6554a1f2-8a3c5d7e9f1b2c3d4e5f6071','{id}' | Show-XRayTrace -AsPlainText");

        Assert.StartsWith("TraceNotFound", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith($"Trace {id}", outcome.As<string>()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_seen_enough_ends_it()
    {
        WriteTraces(12);

        Assert.Equal(3, Good("Get-XRayTraceSummary -Last 1h | Show-XRayTrace | Select-First 3").Output.Count);
        Assert.Single(Good("Get-XRayTraceSummary -Last 1h | Get-XRayCriticalPath | Select-First 1").Output);
    }

    [Fact]
    public void The_steps_of_a_path_add_up_to_the_duration()
    {
        Good("Start-XRayLocalService -Port 0 -DaemonPort 0 -Demo");
        Outcome outcome = Good("Get-XRayTraceSummary -Last 2h -First 25 | Get-XRayTrace -OutVariable traces | Get-XRayCriticalPath; $traces");
        ILookup<string?, CriticalPathStep> steps = outcome.Output.Select(item => item.BaseObject).OfType<CriticalPathStep>().ToLookup(step => step.TraceId);

        foreach (Trace trace in outcome.Output.Select(item => item.BaseObject).OfType<Trace>())
        {
            Assert.Equal(Core.Analysis.Timeline.Of(trace).Duration, steps[trace.Id].Sum(step => step.Contribution), 6);
            Assert.Equal(1, steps[trace.Id].Sum(step => step.Share), 6);
        }

        Assert.Equal(25, steps.Count);
    }

    [Fact]
    public void Problems_are_found_with_their_segments_and_chosen_by_kind()
    {
        string id = TraceId.New(TimeProvider.System);
        double now = Core.Model.Epoch.ToSeconds(DateTimeOffset.UtcNow) - 5;
        string calls = string.Join(',', Enumerable.Range(0, 6).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"a{{i:x15}}","name":"db","namespace":"remote","start_time":{{now + (i * 0.2):F6}},"end_time":{{now + (i * 0.2) + 0.1:F6}}}""")));
        Good("$input | Write-XRaySegment", Document(id, "1000000000000001", more: $""","parent_id":"ffffffffffffffff","subsegments":[{calls}]"""));

        IReadOnlyList<TraceProblem> problems = Good($"Get-XRayTrace {id} | Find-XRayProblem").As<TraceProblem>();
        Assert.Equal([TraceProblemKind.RepeatedCalls, TraceProblemKind.MissingParent], problems.Select(problem => problem.Kind));
        Assert.Equal(problems[0].SegmentIds, problems[0].Segments.Select(segment => segment.Id));
        Assert.Single(Good($"Find-XRayProblem {id} -Kind MissingParent").Output);
        Assert.Empty(Good($"Find-XRayProblem {id} -Kind ClockSkew, RetryStorm").Output);
    }

    [Fact]
    public void A_stop_ends_it_while_ids_still_come()
    {
        string id = WriteTraces(1)[0];
        using PowerShell pipeline = Shell.NewPipeline($"1..1000000 | ForEach-Object {{ '{id}' }} | Show-XRayTrace");
        pipeline.BeginInvoke();

        pipeline.Stop();

        Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
        Assert.Empty(pipeline.Streams.Error);
    }
}
