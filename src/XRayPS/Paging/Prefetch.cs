using XRayPS.Abstractions;

namespace XRayPS.Paging;

/// <summary>
/// Reads ahead while the pipeline consumes. A slot is reserved before a page is asked for, and a page gives its slot back
/// when its first object was written: with two slots the third page is asked for only then, so that whoever wants one object
/// costs two calls at most.
/// </summary>
internal static class Prefetch
{
    private const int Slots = 2;

    /// <summary>Pulls pages and posts each to the pipeline.</summary>
    /// <param name="pages">The pages; each pull asks for one.</param>
    /// <param name="feed">The way to the pipeline.</param>
    /// <param name="consume">
    /// Writes a page, on the pipeline's thread; calls the given action when the first object was written.
    /// </param>
    /// <param name="token">Ends the reading.</param>
    internal static async Task RunAsync<TPage>(
        IAsyncEnumerable<TPage> pages, PipelineFeed feed, Action<TPage, Action> consume, CancellationToken token)
    {
        SemaphoreSlim free = new(Slots);
        IAsyncEnumerator<TPage> reader = pages.GetAsyncEnumerator(token);
        await using (reader.ConfigureAwait(false))
        {
            while (true)
            {
                await free.WaitAsync(token).ConfigureAwait(false);
                if (!await reader.MoveNextAsync().ConfigureAwait(false))
                {
                    return;
                }

                TPage page = reader.Current;
                feed.Post(() =>
                {
                    bool released = false;
                    void Release()
                    {
                        if (!released)
                        {
                            released = true;
                            free.Release();
                        }
                    }

                    consume(page, Release);
                    Release();
                });
            }
        }
    }
}
