namespace XRayPS;

/// <summary>Whether X-Ray looks for anomalies in a group.</summary>
public sealed class InsightsConfiguration
{
    /// <summary>Whether insights are on.</summary>
    public bool? InsightsEnabled { get; set; }

    /// <summary>Whether changes of insights are sent to EventBridge; needs insights.</summary>
    public bool? NotificationsEnabled { get; set; }

    /// <summary>The switches that are on.</summary>
    public override string ToString() => InsightsEnabled == true ? NotificationsEnabled == true ? "insights, notifications" : "insights" : "off";
}

/// <summary>A named filter: its graph and metrics are kept apart.</summary>
public sealed class Group
{
    /// <summary>The name, 1 to 32 letters, digits and dashes; case-sensitive.</summary>
    public string? GroupName { get; set; }

    /// <summary>The ARN.</summary>
    public string? GroupARN { get; set; }

    /// <summary>The filter as it was written; null for Default.</summary>
    public string? FilterExpression { get; set; }

    /// <summary>Whether insights are on, of the switches below.</summary>
    public bool? InsightsEnabled => InsightsConfiguration?.InsightsEnabled;

    /// <summary>Whether changes of insights are sent to EventBridge, of the switches below.</summary>
    public bool? NotificationsEnabled => InsightsConfiguration?.NotificationsEnabled;

    /// <summary>The insights switches.</summary>
    public InsightsConfiguration? InsightsConfiguration { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => GroupName ?? "";
}
