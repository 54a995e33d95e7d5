namespace XRayPS.Client;

/// <summary>Patience, clock and environment of clients. Tests bring their own; users have the default.</summary>
internal sealed record ClientTuning
{
    /// <summary>What users have.</summary>
    internal static ClientTuning Default { get; } = new();

    /// <summary>How long one attempt may take, with its body.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection may take to come about.</summary>
    internal TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts after the first; null for <c>AWS_MAX_ATTEMPTS</c>, the profile or the SDK's default.</summary>
    internal int? Retries { get; init; }

    /// <summary>The clock that pauses between attempts go by.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The value of an environment variable; empty counts as absent.</summary>
    internal Func<string, string?> Environment { get; init; } =
        static name => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>How many requests may be under way at once as long as nothing throttles.</summary>
    internal int MaxConcurrency { get; init; } = 32;
}
