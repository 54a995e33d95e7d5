using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Paging;
using XRayPS.Series;

namespace XRayPS.Module.Tests.Series;

[Collection(SessionCollection.Name)]
public sealed class ServiceStatisticTests : LocalXRay
{
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 10, 5, 14, 30, 2, TimeSpan.Zero));

    public ServiceStatisticTests()
    {
        XRayPS.Session.LocalServices.StopAll();
        XRayCmdlet.Clock = _clock;
        Good("Start-XRayLocalService -Port 0 -DaemonPort 0");
    }

    [Fact]
    public void A_bucket_is_one_flat_object()
    {
        Write("front", 0.2, """,\"fault\":true""".Replace("\\", "", StringComparison.Ordinal));
        Write("front", 0.4, "");
        _clock.Advance(TimeSpan.FromMinutes(2));

        TimeSeriesServiceStatistics bucket = Assert.Single(Good("Get-XRayServiceStatistic front").As<TimeSeriesServiceStatistics>());

        Assert.Equal(("front", 60, 2, 1, 1, 0, 0), (bucket.Name, bucket.Period, bucket.TotalCount, bucket.OkCount, bucket.FaultCount, bucket.ErrorCount, bucket.ThrottleCount));
        Assert.Equal((0.5, 0.3, 0.2, 0.4), (bucket.FaultRate, bucket.AverageResponseTime, bucket.P50, bucket.P95));
        Assert.Equal(0.033333, bucket.RequestsPerSecond);
        Assert.Equal(new DateTimeOffset(2026, 10, 5, 14, 31, 0, TimeSpan.Zero), bucket.Timestamp);
        string[] names = [.. new System.Management.Automation.PSObject(bucket).Properties.Select(property => property.Name)];
        Assert.Equal(["Timestamp", "Name", "Type", "Period", "TotalCount"], names[..5]);
        Assert.Equal("ResponseTimeHistogram", names[^1]);
    }

    [Fact]
    public void Services_of_a_graph_bind_by_name_and_clients_are_passed_over()
    {
        Write("front", 0.2, "");
        Write("back", 0.2, "");
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(["back", "front"], Good("Get-XRayServiceGraph | Get-XRayServiceStatistic").As<TimeSeriesServiceStatistics>().Select(bucket => bucket.Name).Order());
        Assert.Equal(["(entry points)"], Good("Get-XRayServiceStatistic -Last 10m").As<TimeSeriesServiceStatistics>().Select(bucket => bucket.Name));
        Assert.Equal(1, Assert.Single(Good("Get-XRayServiceStatistic -EntitySelectorExpression 'edge(\"front\", \"front\")' -Period 300 -Last 1h -EndTime '+10m'").As<TimeSeriesServiceStatistics>()).TotalCount);
        Assert.Equal(0, Assert.Single(Good("Get-XRayServiceStatistic nobody").As<TimeSeriesServiceStatistics>()).TotalCount);
    }

    [Fact]
    public void A_long_window_is_read_in_parts_and_nothing_is_lost_or_told_twice()
    {
        for (int i = 0; i < 40; i++)
        {
            Write("front", 0.2, "");
            _clock.Advance(TimeSpan.FromMinutes(29));
        }

        Outcome fives = Good("Get-XRayServiceStatistic front -Last 30h -Period 300 -Verbose");
        Outcome ones = Good("Get-XRayServiceStatistic front -Last 30h");

        Assert.Equal(6, fives.Verbose.Count(line => line.StartsWith("GetTimeSeriesServiceStatistics:", StringComparison.Ordinal)));
        foreach (Outcome outcome in new[] { fives, ones })
        {
            DateTimeOffset?[] stamps = [.. outcome.As<TimeSeriesServiceStatistics>().Select(bucket => bucket.Timestamp)];
            Assert.Equal(stamps.Distinct().OrderDescending(), stamps);
            Assert.Equal(40, outcome.As<TimeSeriesServiceStatistics>().Sum(bucket => bucket.TotalCount));
        }

        Assert.Single(Good("Get-XRayServiceStatistic front -Last 30h -First 1").Output);
    }

    [Fact]
    public void Parts_meet_where_five_minutes_end()
    {
        DateTimeOffset end = new(2026, 10, 5, 14, 32, 17, 123, TimeSpan.Zero);

        IReadOnlyList<WindowPart> parts = SeriesParts.Of(new TimeWindow(end.AddHours(-20), end));

        Assert.Equal((end, end.AddHours(-20)), (parts[0].Window.End, parts[^1].Window.Start));
        Assert.All(parts, part => Assert.True(part.Window.End - part.Window.Start <= TimeSpan.FromHours(6)));
        for (int i = 1; i < parts.Count; i++)
        {
            Assert.Equal(parts[i - 1].Window.Start, parts[i].Window.End);
            Assert.Equal((1, 0), (parts[i].Window.End.Minute % 5, parts[i].Window.End.Second));
        }
    }

    [Theory]
    [InlineData("-EntitySelectorExpression 'service(x'", "InvalidEntitySelector")]
    [InlineData("front -EntitySelectorExpression 'service(\"x\")'", "TwoSelectors")]
    [InlineData("-Last 5m -StartTime -1h", "TwoStarts")]
    [InlineData("-ForecastStatistics", "ForecastWithoutService")]
    public void What_cannot_be_asked_ends_the_cmdlet(string arguments, string id)
    {
        Outcome outcome = Shell.Run($"Get-XRayServiceStatistic {arguments}");

        Assert.Empty(outcome.Output);
        Assert.StartsWith(id + ",", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
    }

    private void Write(string name, double seconds, string more)
    {
        double start = Epoch.ToSeconds(_clock.GetUtcNow()) - 1;
        Good("$input | Write-XRaySegment", FormattableString.Invariant(
            $$"""{"trace_id":"{{Core.Documents.TraceId.New(_clock)}}","id":"{{Core.Documents.TraceId.New(_clock)[^16..]}}","name":"{{name}}","start_time":{{start:F6}},"end_time":{{start + seconds:F6}}{{more}}}"""));
    }
}
