using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>The insights switches of a group: what is left out stays, both are off at first.</summary>
internal static class InsightsSwitches
{
    /// <exception cref="Refusal">Notifications without insights.</exception>
    internal static InsightsConfiguration Of(InsightsConfiguration? wanted, InsightsConfiguration? current)
    {
        bool insights = wanted?.InsightsEnabled ?? current?.InsightsEnabled ?? false;
        bool notifications = wanted?.NotificationsEnabled ?? (insights && (current?.NotificationsEnabled ?? false));
        return notifications && !insights
            ? throw Refusal.InvalidRequest("NotificationsEnabled requires InsightsEnabled")
            : new InsightsConfiguration { InsightsEnabled = insights, NotificationsEnabled = notifications };
    }
}
