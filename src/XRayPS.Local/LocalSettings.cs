namespace XRayPS.Local;

/// <summary>What a local service can be tuned by; the defaults are what users get.</summary>
internal sealed record LocalSettings
{
    internal static LocalSettings Default { get; } = new();

    /// <summary>Traces scanned for a page of GetTraceSummaries without a filter.</summary>
    internal int PageSize { get; init; } = 100;

    /// <summary>Traces scanned at most for a page of GetTraceSummaries with a filter.</summary>
    internal int FilteredScanSize { get; init; } = 20_000;

    /// <summary>Greatest body of a request, in bytes, packed and unpacked.</summary>
    internal int BodyLimit { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long a client may take to send a body.</summary>
    internal TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a change of the encryption setting shows as UPDATING.</summary>
    internal TimeSpan EncryptionDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a change of the segment destination shows as PENDING.</summary>
    internal TimeSpan DestinationDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a retrieval of traces takes.</summary>
    internal TimeSpan RetrievalDuration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long data are kept after receipt (documented: 30 days).</summary>
    internal TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Datagrams that wait for the store at most; beyond that the oldest is dropped.</summary>
    internal int DatagramQueue { get; init; } = 50_000;

    /// <summary>The account in made-up ARNs.</summary>
    internal string AccountId { get; init; } = "000000000000";

    /// <summary>The region in made-up ARNs.</summary>
    internal string Region { get; init; } = "us-east-1";
}
