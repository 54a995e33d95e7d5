using System.Threading.Channels;

namespace XRayPS.Local.Storage;

/// <summary>The one writer: takes what waits, commits it together, and says so to each.</summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int RowsPerCommit = 4000;

    private readonly Database _database;
    private readonly Channel<WriteJob> _queue =
        Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(4096) { SingleReader = true });

    private readonly Task _writing;

    internal Writer(Database database)
    {
        _database = database;
        _writing = Task.Run(RunAsync);
    }

    /// <summary>Ends when the change is committed. The wait for room in the queue can be cancelled, the change cannot.</summary>
    internal async Task WriteAsync(WriteJob job, CancellationToken cancellationToken)
    {
        await _queue.Writer.WriteAsync(job, cancellationToken).ConfigureAwait(false);
        await job.Done.ConfigureAwait(false);
    }

    /// <summary>Writes what still waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        List<WriteJob> batch = [];
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            int weight = 0;
            while (weight < RowsPerCommit && _queue.Reader.TryRead(out WriteJob? job))
            {
                batch.Add(job);
                weight += job.Weight;
            }

            using (Lease lease = await _database.WriteAsync(CancellationToken.None).ConfigureAwait(false))
            {
                Commit(lease.Session, batch);
            }

            batch.Clear();
        }
    }

    private static void Commit(Session session, List<WriteJob> batch)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            foreach (WriteJob job in batch)
            {
                job.Apply(session);
            }

            session.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            RollBack(session);
            if (batch.Count == 1)
            {
                batch[0].Fail(failure);
                return;
            }

            // One change must not fail with another's error.
            foreach (WriteJob job in batch)
            {
                Commit(session, [job]);
            }

            return;
        }

        foreach (WriteJob job in batch)
        {
            job.Complete();
        }
    }

    private static void RollBack(Session session)
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has rolled back by itself, as it does on a full disk.
        }
    }
}
