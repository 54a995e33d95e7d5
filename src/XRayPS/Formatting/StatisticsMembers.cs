using System.Management.Automation;

namespace XRayPS.Formatting;

/// <summary>
/// The counts of nodes and edges as flat members, so that Where-Object and Export-Csv reach them. They are added to the
/// records by <c>XRayPS.Types.ps1xml</c>.
/// </summary>
public static class StatisticsMembers
{
    /// <summary>Number of observations; null for clients.</summary>
    /// <param name="item">A node or an edge.</param>
    public static long? TotalCount(PSObject item) => item.BaseObject switch
    {
        Service node => node.SummaryStatistics?.TotalCount,
        Edge edge => edge.SummaryStatistics?.TotalCount,
        _ => null,
    };

    /// <summary>Number of successes; null for clients.</summary>
    /// <param name="item">A node or an edge.</param>
    public static long? OkCount(PSObject item) => item.BaseObject switch
    {
        Service node => node.SummaryStatistics?.OkCount,
        Edge edge => edge.SummaryStatistics?.OkCount,
        _ => null,
    };

    /// <summary>Number of client errors (4xx) other than throttled calls; null for clients.</summary>
    /// <param name="item">A node or an edge.</param>
    public static long? ErrorCount(PSObject item) => Errors(item) is { } errors
        ? errors.OtherCount ?? errors.TotalCount - (errors.ThrottleCount ?? 0)
        : null;

    /// <summary>Number of throttled calls (429); null for clients.</summary>
    /// <param name="item">A node or an edge.</param>
    public static long? ThrottleCount(PSObject item) => Errors(item)?.ThrottleCount;

    /// <summary>Number of server faults (5xx); null for clients.</summary>
    /// <param name="item">A node or an edge.</param>
    public static long? FaultCount(PSObject item) => item.BaseObject switch
    {
        Service node => node.SummaryStatistics?.FaultStatistics?.TotalCount,
        Edge edge => edge.SummaryStatistics?.FaultStatistics?.TotalCount,
        _ => null,
    };

    /// <summary>Mean duration in seconds; null without observations.</summary>
    /// <param name="item">A node or an edge.</param>
    public static double? AverageResponseTime(PSObject item)
    {
        double? seconds = item.BaseObject switch
        {
            Service node => node.SummaryStatistics?.TotalResponseTime,
            Edge edge => edge.SummaryStatistics?.TotalResponseTime,
            _ => null,
        };
        return TotalCount(item) is > 0 and long count && seconds is { } sum ? Math.Round(sum / count, 6) : null;
    }

    private static ErrorStatistics? Errors(PSObject item) => item.BaseObject switch
    {
        Service node => node.SummaryStatistics?.ErrorStatistics,
        Edge edge => edge.SummaryStatistics?.ErrorStatistics,
        _ => null,
    };
}
