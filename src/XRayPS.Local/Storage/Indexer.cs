using XRayPS.Core.Documents;

namespace XRayPS.Local.Storage;

/// <summary>
/// Keeps the summaries behind the documents, in the background: a document is acknowledged when it is stored, and the
/// summary of its trace follows. Queries wait until what was acknowledged before them is summarised.
/// </summary>
internal sealed class Indexer : IAsyncDisposable
{
    private const int TracesPerRound = 500;
    private const int MostPending = 200_000;

    private readonly Database _database;
    private readonly Writer _writer;
    private readonly PendingTraces _pending = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    internal Indexer(Database database, Writer writer)
    {
        _database = database;
        _writer = writer;
        using (Lease lease = database.Read())
        {
            // What a killed process left behind.
            using Microsoft.Data.Sqlite.SqliteDataReader rows =
                lease.Session.Command("SELECT key FROM traces WHERE stale = 1").ExecuteReader();
            while (rows.Read())
            {
                _pending.Mark(rows.GetInt64(0), isNew: false, document: null);
            }
        }

        _running = Task.Run(RunAsync);
    }

    /// <summary>A trace got a document. Called by the writer inside the transaction.</summary>
    internal void Mark(long key, bool isNew, ReceivedDocument document) => _pending.Mark(key, isNew, document);

    /// <summary>The transaction of the last marks was rolled back.</summary>
    internal void Distrust(IEnumerable<long> keys) => _pending.Distrust(keys);

    /// <summary>Marked traces were committed.</summary>
    internal void Wake() => _signal.Release();

    /// <summary>Ends when every document acknowledged so far counts in the summaries.</summary>
    internal Task SettleAsync(CancellationToken cancellationToken) => _pending.WhenSettledAsync().WaitAsync(cancellationToken);

    /// <summary>Makes senders wait where summaries have fallen far behind.</summary>
    internal Task ThrottleAsync(CancellationToken cancellationToken) =>
        _pending.Count < MostPending ? Task.CompletedTask : SettleAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _pending.Abandon();
        _stop.Dispose();
        _signal.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            List<(long Key, long Mark, ReceivedDocument[]? Documents)> round = _pending.Peek(TracesPerRound);
            try
            {
                if (round.Count == 0)
                {
                    await _signal.WaitAsync(_stop.Token).ConfigureAwait(false);
                    continue;
                }

                await SummarizeAsync(round).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception) when (!_stop.IsCancellationRequested)
            {
                // A full disk, say. The traces stay pending and stale; waiting keeps the loop from spinning.
                await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task SummarizeAsync(List<(long Key, long Mark, ReceivedDocument[]? Documents)> round)
    {
        Dictionary<long, List<ReceivedDocument>> loaded = [];
        long[] unknown = [.. round.Where(entry => entry.Documents is null).Select(entry => entry.Key)];
        if (unknown.Length > 0)
        {
            using Lease lease = await _database.ReadAsync(_stop.Token).ConfigureAwait(false);
            foreach (long key in unknown)
            {
                loaded[key] = DocumentRows.Of(lease.Session, key);
            }
        }

        SummaryRow[] rows = new SummaryRow[round.Count];
        Parallel.For(0, round.Count, i => rows[i] = SummaryRow.From(
            round[i].Key, round[i].Mark, round[i].Documents ?? (IReadOnlyList<ReceivedDocument>)loaded[round[i].Key]));
        await _writer.WriteAsync(new SummaryJob(rows, _pending), _stop.Token).ConfigureAwait(false);
        _pending.Settle([.. round.Select(entry => (entry.Key, entry.Mark))]);
    }
}
