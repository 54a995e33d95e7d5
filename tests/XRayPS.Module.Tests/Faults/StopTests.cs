using System.Diagnostics;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using XRayPS.Abstractions;
using XRayPS.Commands;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Faults;

/// <summary>The three ways out, again and again: nothing may be left behind.</summary>
[Collection(SessionCollection.Name)]
public sealed class StopTests : FaultTest
{
    private const int Rounds = 20;

    [Theory]
    [InlineData(FaultKind.Hang)]
    [InlineData(FaultKind.HangInBody)]
    public void A_stop_is_quick_on_a_server_that_hangs(object kind)
    {
        Serve(request => request.Token is null
            ? FaultAnswer.Summaries("next", "a")
            : FaultAnswer.Summaries(null, "b") with { Kind = (FaultKind)kind });
        using PowerShell pipeline = Shell.NewPipeline("Get-XRayTraceSummary");
        pipeline.BeginInvoke();
        Assert.True(Server.Hanging.Wait(TimeSpan.FromSeconds(20)));

        Stopwatch watch = Stopwatch.StartNew();
        pipeline.Stop();

        Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"The stop took {watch.Elapsed}.");
        Assert.Empty(pipeline.Streams.Error);
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_a_page_nothing_is_left_behind()
    {
        Serve(request => request.Token is null
            ? FaultAnswer.Summaries("next", "a", "b", "c")
            : FaultAnswer.Summaries(null, "b") with { Kind = FaultKind.HangInBody });
        await NothingIsLeftAsync(() =>
        {
            using PowerShell pipeline = Shell.NewPipeline("Get-XRayTraceSummary | ForEach-Object { $_ }");
            pipeline.BeginInvoke();
            Assert.True(Server.Hanging.Wait(TimeSpan.FromSeconds(20)));
            pipeline.Stop();
            Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
        });
    }

    [Fact]
    public async Task Stopped_from_downstream_nothing_is_left_behind()
    {
        Serve(request => FaultAnswer.Summaries($"{request.Token}x", "a", "b"));
        await NothingIsLeftAsync(() =>
        {
            Outcome outcome = Shell.Run("Get-XRayTraceSummary | Select-First 3");
            Assert.Equal(3, outcome.Output.Count);
            Assert.Empty(outcome.Errors);
        });
    }

    [Fact]
    public async Task Failed_nothing_is_left_behind()
    {
        Serve(request => request.Token is null
            ? FaultAnswer.Summaries("next", "a")
            : new FaultAnswer("""{"Message":"No."}""", 400, "InvalidRequestException"));
        await NothingIsLeftAsync(() => Assert.Single(Shell.Run("Get-XRayTraceSummary").Errors));
    }

    [Fact]
    public void A_cmdlet_is_collected_after_each_way_out()
    {
        List<WeakReference> cmdlets = [];
        for (int i = 0; i < 3; i++)
        {
            cmdlets.Add(Use(disposeFirst: false));
            cmdlets.Add(Use(disposeFirst: true));
        }

        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return cmdlets.TrueForAll(cmdlet => !cmdlet.IsAlive);
            },
            TimeSpan.FromSeconds(10)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(bool disposeFirst)
    {
        GetXRayTraceSummaryCommand cmdlet = new();
        if (disposeFirst)
        {
            cmdlet.Dispose();
        }

        // Ctrl+C may come at any time, even when the cmdlet is gone already.
        typeof(XRayCmdlet).GetMethod("StopProcessing", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .Invoke(cmdlet, null);
        cmdlet.Dispose();
        cmdlet.Dispose();
        return new WeakReference(cmdlet);
    }

    private async Task NothingIsLeftAsync(Action round)
    {
        // The first rounds fill pools of threads and connections.
        for (int i = 0; i < 3; i++)
        {
            round();
        }

        int threads = Process.GetCurrentProcess().Threads.Count;
        for (int i = 0; i < Rounds; i++)
        {
            round();
        }

        int grown = Process.GetCurrentProcess().Threads.Count - threads;
        Assert.True(grown < Rounds / 2, $"{grown} threads more after {Rounds} rounds.");
        for (int i = 0; i < 200 && Server.OpenConnections > 4; i++)
        {
            await Task.Delay(10);
        }

        Assert.InRange(Server.OpenConnections, 0, 4);
        ClientCache.Shared.Clear();
    }
}
