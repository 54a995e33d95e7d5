using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace XRayPS.Paging;

/// <summary>
/// Reads several parts at the same time and gives their pages in the order of the parts. A reader that is ahead fills a
/// buffer of its own and waits then. The readers behind the first start when a third page is wanted: somebody who takes one
/// object shall not cost a call for each part.
/// </summary>
internal static class InOrder
{
    private const int PagesAhead = 32;
    private const int PagesBefore = 2;

    /// <summary>The pages of all parts, in the order of the parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="readers">How many are read at the same time.</param>
    /// <param name="open">Reads a part.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static async IAsyncEnumerable<T> ReadAsync<TPart, T>(
        IReadOnlyList<TPart> parts,
        int readers,
        Func<TPart, CancellationToken, IAsyncEnumerable<T>> open,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<ChannelReader<T>> ahead = new();
        List<Task> work = [];
        int next = 0;
        int given = 0;
        try
        {
            while (next < parts.Count || ahead.Count > 0)
            {
                IAsyncEnumerable<T> current = ahead.TryDequeue(out ChannelReader<T>? started)
                    ? started.ReadAllAsync(stop.Token)
                    : open(parts[next++], stop.Token);
                await foreach (T page in current.ConfigureAwait(false))
                {
                    given++;
                    yield return page;

                    // Behind the yield somebody wants more: of the third page, or of a later one.
                    while (given >= PagesBefore && ahead.Count < readers - 1 && next < parts.Count)
                    {
                        Channel<T> buffer = Channel.CreateBounded<T>(PagesAhead);
                        ahead.Enqueue(buffer.Reader);
                        IAsyncEnumerable<T> pages = open(parts[next++], stop.Token);
                        work.Add(Task.Run(() => FillAsync(pages, buffer.Writer, stop.Token), CancellationToken.None));
                    }
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(work).ConfigureAwait(false);
        }
    }

    /// <summary>A failure comes out where the pages are read, behind those that came before it.</summary>
    private static async Task FillAsync<T>(IAsyncEnumerable<T> pages, ChannelWriter<T> buffer, CancellationToken token)
    {
        try
        {
            await foreach (T page in pages.ConfigureAwait(false))
            {
                await buffer.WriteAsync(page, token).ConfigureAwait(false);
            }

            buffer.Complete();
        }
        catch (Exception failure)
        {
            buffer.Complete(failure);
        }
    }
}
