using System.Diagnostics;
using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

/// <summary>Tests that count what the process holds run when no others do.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;

[Collection(nameof(AloneCollection))]
public sealed class LeakTests
{
    [Fact]
    public async Task Starting_and_stopping_in_a_loop_leaves_nothing_behind()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        await RoundAsync(folder, 3);
        string growth = "";
        for (int attempt = 0; attempt < 3; attempt++)
        {
            // Other things in the process come and go; a leak grows by one a round or more, each time.
            (int handles, int threads) before = Footprint();
            await RoundAsync(folder, 25);
            (int handles, int threads) after = Footprint();
            if (after.handles <= before.handles + 10 && after.threads <= before.threads + 10)
            {
                Directory.Delete(folder, recursive: true);
                return;
            }

            growth += $"handles {before.handles} -> {after.handles}, threads {before.threads} -> {after.threads}; ";
        }

        Assert.Fail(growth);
    }

    private static async Task RoundAsync(string folder, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await using RunningService service = await RunningService.StartAsync(path: i % 2 == 0 ? Path.Combine(folder, "x.db") : null);
            await service.PutAsync(Documents.Segment(1, 1, 0, 1).ToJsonString());
            await service.SendAsync("rubbish"u8.ToArray());
            await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray(Documents.TraceId(1)) });
        }
    }

    private static (int Handles, int Threads) Footprint()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process self = Process.GetCurrentProcess();
        int handles = OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : self.HandleCount;
        return (handles, self.Threads.Count);
    }
}
