namespace XRayPS.Local.Storage;

/// <summary>
/// Makes the summaries of traces that grew after they were first stored, in the background: a document is acknowledged when
/// it is stored. Queries wait until what was acknowledged before them is summarised.
/// </summary>
internal sealed class Indexer : IAsyncDisposable
{
    private const int TracesPerRound = 500;
    private const int MostPending = 100_000;

    private readonly Database _database;
    private readonly Writer _writer;
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
                Pending.Mark(rows.GetInt64(0));
            }
        }

        _running = Task.Run(RunAsync);
    }

    /// <summary>What is behind. The writer marks inside its transactions.</summary>
    internal PendingTraces Pending { get; } = new();

    /// <summary>Marked traces were committed.</summary>
    internal void Wake() => _signal.Release();

    /// <summary>Ends when every document acknowledged so far counts in the summaries.</summary>
    internal Task SettleAsync(CancellationToken cancellationToken) => Pending.WhenSettledAsync().WaitAsync(cancellationToken);

    /// <summary>Makes senders wait where summaries have fallen far behind.</summary>
    internal Task ThrottleAsync(CancellationToken cancellationToken) =>
        Pending.Count < MostPending ? Task.CompletedTask : SettleAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        Pending.Abandon();
        _stop.Dispose();
        _signal.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                IReadOnlyList<(long Key, long Mark)> round = Pending.Peek(TracesPerRound);
                if (round.Count > 0)
                {
                    await SummarizeAsync(round).ConfigureAwait(false);
                    continue;
                }

                await _signal.WaitAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception) when (!_stop.IsCancellationRequested)
            {
                // A full disk, say. The traces stay behind; waiting keeps the loop from spinning.
                await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task SummarizeAsync(IReadOnlyList<(long Key, long Mark)> round)
    {
        TraceRows[] traces = new TraceRows[round.Count];
        using (Lease lease = await _database.ReadAsync(_stop.Token).ConfigureAwait(false))
        {
            for (int i = 0; i < round.Count; i++)
            {
                traces[i] = DocumentRows.Of(lease.Session, round[i].Key);
            }
        }

        SummaryRow?[] summaries = new SummaryRow?[round.Count];
        Parallel.For(0, round.Count, i => summaries[i] = SummaryRow.From(traces[i].Read()));
        await _writer.WriteAsync(new SummaryJob(round, summaries, Pending), _stop.Token).ConfigureAwait(false);
        Pending.Settle(round);
    }
}
