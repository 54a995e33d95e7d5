using System.Security.Cryptography;
using XRayPS.Core.Wire;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Search;

/// <summary>
/// Retrievals of traces. The real service fetches them from a log group; here the store has them at hand, and a job goes
/// through the same states in a moment.
/// </summary>
internal sealed class TraceRetrievals(Account account, TimeSpan duration)
{
    /// <summary>After this a retrieval can no longer be read (documented: 60 minutes).</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private readonly RecordStore<TraceRetrieval> _store = new(account.Store, "retrieval", TraceRetrieval.Shape);

    internal async Task<string> StartAsync(
        IEnumerable<string> traceIds, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        foreach (TraceRetrieval old in _store.All().Where(job => account.Now - job.CreatedAt >= 2 * Lifetime).ToList())
        {
            await _store.RemoveAsync(old.Token!, cancellationToken).ConfigureAwait(false);
        }

        TraceRetrieval job = new()
        {
            Token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
            TraceIds = new RecordList<string>(traceIds.Distinct(StringComparer.Ordinal)),
            StartTime = start,
            EndTime = end,
            CreatedAt = account.Now,
        };
        await _store.PutAsync(job.Token, job, cancellationToken).ConfigureAwait(false);
        return job.Token;
    }

    /// <summary>The job of a token.</summary>
    /// <exception cref="Http.Refusal">There is none.</exception>
    internal TraceRetrieval Find(string token) => _store.Find(token)
        ?? throw Http.Refusal.ResourceNotFound($"Retrieval token {token} not found", token);

    /// <summary>How far a job is.</summary>
    internal string StatusOf(TraceRetrieval job)
    {
        TimeSpan age = account.Now - job.CreatedAt!.Value;
        return job.IsCancelled == true ? "CANCELLED"
            : age >= Lifetime ? "TIMEOUT"
            : age >= duration ? "COMPLETE"
            : age * 2 >= duration ? "RUNNING"
            : "SCHEDULED";
    }

    /// <summary>Ends a job that is still under way.</summary>
    /// <exception cref="Http.Refusal">There is no such job, or it has ended.</exception>
    internal Task CancelAsync(string token, CancellationToken cancellationToken)
    {
        TraceRetrieval job = Find(token);
        if (StatusOf(job) is not ("SCHEDULED" or "RUNNING"))
        {
            throw Http.Refusal.ResourceNotFound($"Retrieval token {token} has ended", token);
        }

        job.IsCancelled = true;
        return _store.PutAsync(token, job, cancellationToken);
    }
}

/// <summary>A retrieval as it is kept.</summary>
internal sealed class TraceRetrieval
{
    internal static Shape<TraceRetrieval> Shape { get; } = new Shape<TraceRetrieval>("TraceRetrieval")
        .Text("Token", static r => r.Token, static (r, v) => r.Token = v)
        .Texts("TraceIds", static r => r.TraceIds, static (r, v) => r.TraceIds = v!)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v)
        .Timestamp("CreatedAt", static r => r.CreatedAt, static (r, v) => r.CreatedAt = v)
        .Boolean("IsCancelled", static r => r.IsCancelled, static (r, v) => r.IsCancelled = v);

    public string? Token { get; set; }

    public RecordList<string> TraceIds { get; set; } = [];

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public bool? IsCancelled { get; set; }
}
