using System.Net;
using System.Net.Sockets;
using XRayPS.Console.LineEditor;

namespace XRayPS.Smoke.Tests;

/// <summary>What a newcomer meets: the tour, and the first lines of one's own.</summary>
public sealed class TourTests
{
    [Fact]
    public void The_tour_in_a_pipe_shows_summaries_a_trace_and_a_graph_and_ends()
    {
        // The input stays open: the tour is not to wait for a script from there.
        ConsoleRun run = ConsoleProcess.Run(null, "-Demo", "-Port", "0", "-DaemonPort", "0");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal("", run.Error);
        Assert.Contains("PS> Get-XRayTraceSummary -Last 1h -First 6", run.Lines);
        Assert.Contains("PS> $slowest | Get-XRayTrace", run.Lines);
        Assert.Contains(run.Lines, l => l.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains(run.Lines, l => l.StartsWith("└─", StringComparison.Ordinal));
        Assert.Contains(run.Lines, l => l.StartsWith("├─> orders", StringComparison.Ordinal));
        Assert.Contains("www.shop.example", run.Output);
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
        Assert.All(run.Lines, l => Assert.True(TextWidth.Of(l) <= 120, $"wider than 120 columns: {l}"));
    }

    [Fact]
    public void One_line_starts_the_service_writes_a_segment_finds_it_opens_it_and_draws_its_graph()
    {
        ConsoleRun run = ConsoleProcess.Command(
            "Start-XRayLocalService -Port 0 -DaemonPort 0; "
            + "$now = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds() / 1000; "
            + "@{ name = 'checkout'; id = '70de5b6f19ff9a0a'; trace_id = \"$(New-XRayTraceId)\"; "
            + "start_time = $now - 0.25; end_time = $now; http = @{ request = @{ method = 'GET'; "
            + "url = 'https://shop.example/' }; response = @{ status = 200 } } } | Write-XRaySegment; "
            + "Get-XRayTraceSummary -Last 5m -OutVariable found; "
            + "$found | Get-XRayTrace; $found | Get-XRayTraceGraph");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal("", run.Error);
        Assert.Matches("250 ms +250 ms +Ok +GET +https://shop.example/", run.Output);
        Assert.Matches("Trace 1-[0-9a-f]{8}-[0-9a-f]{24} .* 1 segment", run.Output);
        Assert.Contains(run.Lines, l => l.StartsWith("checkout  GET", StringComparison.Ordinal));
        Assert.Contains(run.Lines, l => l.StartsWith("└─> checkout", StringComparison.Ordinal));
    }

    [Fact]
    public void The_demo_moves_to_free_ports_where_2000_is_taken_and_says_so_beside_the_output()
    {
        using TcpListener? taken = Take(2000);
        ConsoleRun run = ConsoleProcess.Run(
            "", "-Demo", "-Command",
            "(Get-XRayLocalService).Port -ne 2000; (Get-XRayTraceSummary -Last 1h).Count");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(["True", "400"], run.Lines);
        Assert.Contains("Port 2000 is taken", run.Error);

        ConsoleRun strict = ConsoleProcess.Run("", "-Local", "-Command", "'not reached'");
        Assert.Equal(1, strict.ExitCode);
        Assert.Equal("", strict.Output);
        Assert.Contains("-Port 0", strict.Error);
    }

    [Fact]
    public void Progress_and_what_the_service_says_stay_out_of_a_pipe()
    {
        ConsoleRun run = ConsoleProcess.Run(
            "",
            "-Local", "-Port", "0", "-DaemonPort", "0", "-Command",
            "& { [CmdletBinding()] param() 1..40 | ForEach-Object { "
            + "$PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'Scanning', 'on')); "
            + "[Threading.Thread]::Sleep(20) } }; 'done'");
        Assert.Equal((0, "done\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    private static TcpListener? Take(int port)
    {
        TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            // Someone else has it, which serves as well.
            return null;
        }
    }
}
