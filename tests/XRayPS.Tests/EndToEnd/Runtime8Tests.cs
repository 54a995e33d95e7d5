using System.Diagnostics;

namespace XRayPS.Tests.EndToEnd;

public sealed class Runtime8Tests
{
    /// <summary>The module targets .NET 8; this process runs on a later one, so that the child brings .NET 8 along.</summary>
    [Fact]
    public async Task Client_and_local_service_work_on_runtime_8()
    {
        DirectoryInfo here = new(AppContext.BaseDirectory);
        string folder = Path.Combine(
            here.Parent!.Parent!.Parent!.Parent!.FullName, "XRayPS.Runtime8", "bin", here.Parent.Name, "net8.0");
        string program = Path.Combine(folder, OperatingSystem.IsWindows() ? "XRayPS.Runtime8.exe" : "XRayPS.Runtime8");
        using Process child = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));

        Task<string> errors = child.StandardError.ReadToEndAsync(patience.Token);
        string[] lines = (await child.StandardOutput.ReadToEndAsync(patience.Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await child.WaitForExitAsync(patience.Token);

        Assert.True(child.ExitCode == 0, await errors);
        Assert.StartsWith("runtime 8.0.", lines[0]);
        Assert.Equal(
            [
                "put, refused 1",
                "trace, segments 2",
                "summaries 1, duration 0.5",
                "trace graph daemon shop",
                "service graph daemon shop",
                "telemetry",
                "encryption KMS KMS",
                "refused Refused ValidationException 400, request id True",
            ],
            lines[1..]);
    }
}
