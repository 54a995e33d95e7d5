using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace XRayPS.Client.Pipeline;

/// <summary>
/// The SDK's standard retry, with pauses by a clock that is given, and that end when the call is cancelled. Throttling
/// waits by the second and is borne longer: a bulk read is throttled often and has lost nothing but time. A broken
/// connection waits a twentieth of it.
/// </summary>
internal sealed class ClockedRetryPolicy(IClientConfig config, TimeProvider clock) : StandardRetryPolicy(config)
{
    private const string ThrottledKey = "XRayPS.Throttled";
    private const double MaxPauseSeconds = 20;

    /// <summary>Retries of what is no throttling; the standard mode's number.</summary>
    private const int OtherRetries = 2;

    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        (executionContext.RequestContext.Retries < OtherRetries || IsThrottlingError(exception))
        && await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);

    public override bool OnRetry(IExecutionContext executionContext, bool bypassAcquireCapacity, bool isThrottlingError)
    {
        executionContext.RequestContext.ContextAttributes[ThrottledKey] = isThrottlingError;
        return base.OnRetry(executionContext, bypassAcquireCapacity, isThrottlingError);
    }

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        IRequestContext context = executionContext.RequestContext;
        bool throttled = context.ContextAttributes.TryGetValue(ThrottledKey, out object? value) && value is true;
        double ceiling = (throttled ? 1 : 0.05) * Math.Pow(2, Math.Max(0, context.Retries - 1));
        TimeSpan pause = TimeSpan.FromSeconds(Math.Min(MaxPauseSeconds, ceiling) * Random.Shared.NextDouble());
        return Task.Delay(pause, clock, context.CancellationToken);
    }
}
