using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using XRayPS.Core.Documents;

namespace XRayPS.Local.Storage;

/// <summary>Everything that the service keeps. Safe for many callers at once.</summary>
internal sealed class TraceStore : IAsyncDisposable
{
    private const int TracesPerPortion = 500;

    private readonly Database _database;
    private readonly Writer _writer;
    private readonly Indexer _indexer;
    private readonly Retention _retention;
    private long _call;
    private long _traces;

    private TraceStore(Database database, TimeProvider clock, TimeSpan retention)
    {
        _database = database;
        _writer = new Writer(database);
        _indexer = new Indexer(database, _writer);
        _retention = new Retention(clock, retention);
        using Lease lease = database.Read();
        _call = (long)(lease.Session.Scalar("SELECT max(call) FROM documents") ?? 0L);
        _traces = (long)lease.Session.Scalar("SELECT count(*) FROM traces")!;
        Settings = new SettingStore(database, _writer);
    }

    /// <summary>Small things by name.</summary>
    internal SettingStore Settings { get; }

    /// <summary>How many traces are stored.</summary>
    internal long Traces => Volatile.Read(ref _traces);

    /// <summary>Opens the file, or memory for null.</summary>
    /// <exception cref="Core.Ports.XRayException">The file cannot be used.</exception>
    internal static TraceStore Open(string? path, TimeProvider clock, TimeSpan retention)
    {
        Database database = Database.Open(path);
        try
        {
            return new TraceStore(database, clock, retention);
        }
        catch (Exception)
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Stores the documents of one call. When it ends they outlive a killed process.</summary>
    internal async Task AppendAsync(IReadOnlyList<TraceArrival> arrivals, CancellationToken cancellationToken)
    {
        if (arrivals.Count == 0)
        {
            return;
        }

        await _indexer.ThrottleAsync(cancellationToken).ConfigureAwait(false);
        AppendJob job = new(arrivals, Interlocked.Increment(ref _call), _indexer.Pending);
        await _writer.WriteAsync(job, cancellationToken).ConfigureAwait(false);
        Interlocked.Add(ref _traces, job.NewTraces);
        _indexer.Wake();
    }

    /// <summary>Ends when everything acknowledged so far shows in lists, and what is too old is gone.</summary>
    internal async Task SettleAsync(CancellationToken cancellationToken)
    {
        await _indexer.SettleAsync(cancellationToken).ConfigureAwait(false);
        if (_retention.IsDue())
        {
            PurgeJob job;
            do
            {
                job = new PurgeJob(_retention.Cut);
                await _writer.WriteAsync(job, cancellationToken).ConfigureAwait(false);
                Interlocked.Add(ref _traces, -job.Removed);
            }
            while (job.Removed > 0);
        }
    }

    /// <summary>The next traces of a window behind a place, at most so many.</summary>
    internal async Task<IReadOnlyList<StoredTrace>> ScanAsync(
        TraceScan scan, ScanPlace? behind, int count, CancellationToken cancellationToken)
    {
        using Lease lease = await _database.ReadAsync(cancellationToken).ConfigureAwait(false);
        ScanPlace begin = scan.Begin(behind);
        List<StoredTrace> traces = [];
        using SqliteDataReader rows = lease.Session
            .Command(scan.Sql, scan.From, scan.To, begin.Position, begin.Id, count, _retention.Cut)
            .ExecuteReader();
        while (rows.Read())
        {
            traces.Add(new StoredTrace(
                this, rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetFieldValue<byte[]>(4), rows.GetFieldValue<byte[]>(5)));
        }

        return traces;
    }

    /// <summary>The trace of an id, or null when nothing of it was received.</summary>
    internal async Task<AssembledTrace?> FindAsync(string id, CancellationToken cancellationToken)
    {
        using Lease lease = await _database.ReadAsync(cancellationToken).ConfigureAwait(false);
        return Find(lease.Session, id);
    }

    /// <summary>The same on the calling thread.</summary>
    internal AssembledTrace? Find(string id)
    {
        using Lease lease = _database.Read();
        return Find(lease.Session, id);
    }

    /// <summary>The traces that received a document in the window, each with all its documents, in portions.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<(string Id, TraceRows Rows)>> ReceivedWithinAsync(
        long from, long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long[] keys = await KeysReceivedWithinAsync(Math.Max(from, _retention.Cut), to, cancellationToken).ConfigureAwait(false);
        Task<List<(string Id, TraceRows Rows)>> next = ReadPortionAsync(keys, 0, cancellationToken);
        try
        {
            for (int i = 0; i < keys.Length; i += TracesPerPortion)
            {
                // The next portion is read while the caller works on this one.
                List<(string Id, TraceRows Rows)> portion = await next.ConfigureAwait(false);
                next = ReadPortionAsync(keys, i + TracesPerPortion, cancellationToken);
                yield return portion;
            }
        }
        finally
        {
            // A caller that stopped early must not leave a reader behind.
            await Task.WhenAny(next).ConfigureAwait(false);
        }
    }

    /// <summary>Assembles a trace on the calling thread.</summary>
    internal AssembledTrace Assemble(string id, long key)
    {
        using Lease lease = _database.Read();
        return DocumentRows.Of(lease.Session, key).Assemble(id);
    }

    private AssembledTrace? Find(Session session, string id) =>
        session.Scalar("SELECT key FROM traces WHERE id = $1 AND last_received >= $2", id, _retention.Cut) is long key
            ? DocumentRows.Of(session, key).Assemble(id)
            : null;

    private Task<List<(string Id, TraceRows Rows)>> ReadPortionAsync(long[] keys, int start, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                int count = Math.Clamp(keys.Length - start, 0, TracesPerPortion);
                if (count == 0)
                {
                    return [];
                }

                using Lease lease = await _database.ReadAsync(cancellationToken).ConfigureAwait(false);
                return DocumentRows.Of(lease.Session, keys.AsSpan(start, count));
            },
            cancellationToken);

    private async Task<long[]> KeysReceivedWithinAsync(long from, long to, CancellationToken cancellationToken)
    {
        using Lease lease = await _database.ReadAsync(cancellationToken).ConfigureAwait(false);
        List<long> keys = [];
        using SqliteDataReader rows = lease.Session.Command(
            "SELECT DISTINCT trace FROM documents WHERE received >= $1 AND received < $2", from, to).ExecuteReader();
        while (rows.Read())
        {
            keys.Add(rows.GetInt64(0));
        }

        return [.. keys];
    }

    /// <summary>Stores what was accepted, then closes the database. Summaries that are behind follow at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _indexer.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
        _database.Dispose();
    }
}
