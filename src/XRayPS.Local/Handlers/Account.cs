using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>The account and region that the service stands for: its names, its clock, its one change at a time.</summary>
internal sealed class Account(LocalSettings settings, SettingStore store, TimeProvider clock)
{
    private readonly SemaphoreSlim _gate = new(1);

    internal SettingStore Store => store;

    internal TimeProvider Clock => clock;

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The time in whole seconds, as configuration is dated (observed).</summary>
    internal DateTimeOffset NowInSeconds => DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds());

    /// <summary>The ARN of something of X-Ray's.</summary>
    /// <param name="resource">What follows the account, such as <c>group/Default</c>.</param>
    internal string Arn(string resource) => $"arn:aws:xray:{settings.Region}:{settings.AccountId}:{resource}";

    /// <summary>Reads, decides and writes without another change in between.</summary>
    internal async ValueTask<T> ChangeAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }
}
