using XRayPS.Core.Rendering;
using XRayPS.Formatting;

namespace XRayPS.Module.Tests.Formatting;

public sealed class SamplingCellsTests
{
    [Theory]
    [InlineData(0.05, "5 %")]
    [InlineData(0.003, "0.3 %")]
    [InlineData(1.0, "100 %")]
    [InlineData(0.0, "0 %")]
    [InlineData(null, "")]
    public void AShareIsInPercent(double? share, string expected) => Assert.Equal(expected, SamplingCells.Percent(share));

    [Fact]
    public void ARuleTellsWhatItAsksForAndNothingElse()
    {
        Assert.Equal(Style.Paint("all", Style.Dim), SamplingCells.Matchers(new SamplingRule { Host = "*", URLPath = "*" }));
        Assert.Equal(
            "GET, /a*, host h, service s, type t, resource arn:x, tier=gold",
            SamplingCells.Matchers(new SamplingRule
            {
                HTTPMethod = "GET", URLPath = "/a*", Host = "h", ServiceName = "s", ServiceType = "t", ResourceARN = "arn:x", Attributes = new() { ["tier"] = "gold" },
            }));
    }

    [Fact]
    public void AnInsightTellsItsLengthStateAndImpact()
    {
        DateTimeOffset start = DateTimeOffset.UnixEpoch;
        Assert.Equal("5m 00s", InsightCells.Length(start, start.AddMinutes(5)));
        Assert.Equal("", InsightCells.Length(start, null));
        Assert.Equal("\u001b[31mACTIVE\u001b[0m", InsightCells.State("ACTIVE"));
        Assert.Equal("CLOSED", InsightCells.State("CLOSED"));
        Assert.Equal("1 of 3 failed (33.3 %)", InsightCells.Impact(new RequestImpactStatistics { FaultCount = 1, TotalCount = 3 }));
        Assert.Equal("0 of 0 failed", InsightCells.Impact(new RequestImpactStatistics { FaultCount = 0, TotalCount = 0 }));
        Assert.Equal("", InsightCells.Impact(null));
    }
}
