using System.Collections.Concurrent;
using System.Globalization;
using XRayPS.Core.Model;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Paging;

namespace XRayPS.Module.Tests.Faults;

/// <summary>A window that is read in parts gives what one chain gives, in the same order.</summary>
[Collection(SessionCollection.Name)]
public sealed class WindowPartTests : FaultTest
{
    private const int Traces = 1000;
    private const int PageSize = 10;
    private const double Begin = 1_791_000_000;
    private readonly ConcurrentQueue<(double Start, double End)> _windows = new();

    [Fact]
    public void Parts_cover_the_window_without_gap_or_overlap()
    {
        DateTimeOffset start = Epoch.FromSeconds(Begin + 0.000_123);
        TimeWindow window = new(start, start.AddSeconds(1000.000_017));

        IReadOnlyList<WindowPart> parts = WindowPart.Of(null, window, 8);

        Assert.Equal(64, parts.Count);
        Assert.Equal(window.End, parts[0].Window.End);
        Assert.Equal(window.Start, parts[^1].Window.Start);
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Window.Start, pair.Second.Window.End));
        Assert.All(parts, part => Assert.True(part.Window.Start < part.Window.End));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 32)]
    public void Readers_give_what_one_chain_gives(int readers, int parts)
    {
        Serve(Page);

        Outcome outcome = Shell.Run($"Get-XRayTraceSummary -StartTime {Begin} -EndTime {Begin + Traces} -ThrottleLimit {readers}");

        Assert.Empty(outcome.Errors);
        Assert.Equal(Latest(Traces), outcome.As<TraceSummary>().Select(summary => summary.Id));
        Assert.Equal(parts, _windows.Distinct().Count());
    }

    [Fact]
    public void A_query_that_was_cut_goes_on_through_the_older_parts()
    {
        Serve(Page);
        List<string> read = [];
        string script = $"Get-XRayTraceSummary -StartTime {Begin} -EndTime {Begin + Traces} -ThrottleLimit 4 -First 137 -AsPage";
        while (read.Count < Traces)
        {
            IReadOnlyList<GetTraceSummariesResponse> pages = Shell.Run(script).As<GetTraceSummariesResponse>();
            read.AddRange(pages.SelectMany(page => page.TraceSummaries).Select(summary => summary.Id!));
            script = $"Get-XRayTraceSummary -NextToken {pages[^1].NextToken} -ThrottleLimit 4 -First 137 -AsPage";
            Assert.NotEmpty(pages);
        }

        Assert.Equal(Latest(Traces), read);
    }

    [Fact]
    public void Who_takes_one_object_does_not_pay_for_every_part()
    {
        FaultServer server = Serve(Page);

        Shell.Run($"Get-XRayTraceSummary -StartTime {Begin} -EndTime {Begin + Traces} -ThrottleLimit 8 | Select-First 1");

        Assert.InRange(server.Requests, 1, 2);
    }

    [Fact]
    public void A_failure_comes_behind_what_was_read_before_it()
    {
        Serve(request => request.Member("EndTime")!.Value.GetDouble() <= Begin + (Traces / 2)
            ? new FaultAnswer("""{"Message":"No."}""", 400, "InvalidRequestException")
            : Page(request));

        Outcome outcome = Shell.Run($"Get-XRayTraceSummary -StartTime {Begin} -EndTime {Begin + Traces} -ThrottleLimit 4");

        Assert.Single(outcome.Errors);
        Assert.Equal(Latest(Traces / 2), outcome.As<TraceSummary>().Select(summary => summary.Id));
    }

    [Fact]
    public void Ranges_that_may_overlap_are_read_as_one()
    {
        Serve(Page);

        Outcome outcome = Shell.Run(
            $"Get-XRayTraceSummary -StartTime {Begin} -EndTime {Begin + Traces} -ThrottleLimit 4 -TimeRangeType Event -Verbose");

        Assert.Equal(Traces, outcome.Output.Count);
        Assert.Single(_windows.Distinct());
        Assert.Contains(outcome.Verbose, line => line.Contains("read as one", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Latest(int count) =>
        Enumerable.Range(0, count).Select(i => "t" + (Traces - 1 - i).ToString(CultureInfo.InvariantCulture));

    /// <summary>One trace a second, the latest first; the token is the number of those that were sent.</summary>
    private FaultAnswer Page(FaultRequest request)
    {
        double start = request.Member("StartTime")!.Value.GetDouble();
        double end = request.Member("EndTime")!.Value.GetDouble();
        _windows.Enqueue((start, end));
        int[] traces = [.. Enumerable.Range(0, Traces).Where(i => Begin + i >= start && Begin + i < end).Reverse()];
        int done = int.Parse(request.Token ?? "0", CultureInfo.InvariantCulture);
        bool more = done + PageSize < traces.Length;
        return FaultAnswer.Summaries(
            more ? (done + PageSize).ToString(CultureInfo.InvariantCulture) : null,
            [.. traces.Skip(done).Take(PageSize).Select(i => "t" + i.ToString(CultureInfo.InvariantCulture))]);
    }
}
