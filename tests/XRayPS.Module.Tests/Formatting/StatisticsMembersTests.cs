using System.Management.Automation;
using XRayPS.Formatting;

namespace XRayPS.Module.Tests.Formatting;

public sealed class StatisticsMembersTests
{
    [Fact]
    public void NodesAndEdgesHaveTheirCountsFlat()
    {
        Service[] nodes = [.. ViewSamples.Nodes(null)];

        foreach (object item in new object[] { nodes[1], nodes[0].Edges[0] })
        {
            PSObject wrapped = PSObject.AsPSObject(item);
            Assert.Equal(300, StatisticsMembers.TotalCount(wrapped));
            Assert.Equal(288, StatisticsMembers.OkCount(wrapped));
            Assert.Equal(6, StatisticsMembers.ErrorCount(wrapped));
            Assert.Equal(2, StatisticsMembers.ThrottleCount(wrapped));
            Assert.Equal(4, StatisticsMembers.FaultCount(wrapped));
            Assert.Equal(0.244, StatisticsMembers.AverageResponseTime(wrapped));
        }
    }

    [Fact]
    public void AClientHasNone()
    {
        PSObject client = PSObject.AsPSObject(ViewSamples.Nodes(null).First());

        Assert.Null(StatisticsMembers.TotalCount(client));
        Assert.Null(StatisticsMembers.OkCount(client));
        Assert.Null(StatisticsMembers.ErrorCount(client));
        Assert.Null(StatisticsMembers.ThrottleCount(client));
        Assert.Null(StatisticsMembers.FaultCount(client));
        Assert.Null(StatisticsMembers.AverageResponseTime(client));
    }

    [Fact]
    public void NothingToDivideGivesNoAverage() =>
        Assert.Null(StatisticsMembers.AverageResponseTime(PSObject.AsPSObject(ViewSamples.Nodes(null).Last())));
}
