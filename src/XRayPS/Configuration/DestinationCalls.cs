using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Configuration;

/// <summary>Calls around the destination of segments.</summary>
internal static class DestinationCalls
{
    private const string Active = "ACTIVE";

    /// <summary>The destination as it is.</summary>
    internal static async Task<TraceSegmentDestination> GetAsync(ApiCaller caller, CancellationToken token) =>
        (await caller.SendAsync(Operations.GetTraceSegmentDestination, new Empty(), token).ConfigureAwait(false)).Value;

    /// <summary>Changes the destination.</summary>
    /// <param name="caller">Calls the API.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="kmsKey">The ARN of the key for the log group that X-Ray makes; null for none.</param>
    /// <param name="token">Ends the call.</param>
    internal static async Task<TraceSegmentDestination> SetAsync(
        ApiCaller caller, SegmentDestinationName destination, string? kmsKey, CancellationToken token)
    {
        TraceSegmentDestinationRequest request = new()
        {
            Destination = destination.ToString(),
            CloudWatchLogsConfiguration =
                kmsKey is null ? null : new CloudWatchLogsConfiguration { SpansLogGroupKmsKeyId = kmsKey },
        };
        return (await caller
            .SendAsync(Operations.UpdateTraceSegmentDestination, request, token).ConfigureAwait(false)).Value;
    }

    /// <summary>Looks until the destination is in force.</summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    internal static Task<TraceSegmentDestination> WaitAsync(
        ApiCaller caller, TimeSpan timeout, CancellationToken token) =>
        Poll.UntilAsync(
            caller,
            () => GetAsync(caller, token),
            static destination => destination.Status == Active,
            timeout,
            static destination =>
                $"The destination {destination.Destination} is {destination.Status} and did not become {Active}",
            token);
}
