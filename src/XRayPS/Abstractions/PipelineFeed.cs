using System.Collections.Concurrent;
using System.Management.Automation;

namespace XRayPS.Abstractions;

/// <summary>
/// The way from background work to the pipeline. Background code never touches the cmdlet: it posts what is to be
/// written, and the pipeline's own thread writes it, in order.
/// </summary>
internal sealed class PipelineFeed(Cmdlet cmdlet) : IDisposable
{
    private readonly BlockingCollection<Action> _queue = [];

    /// <summary>Whether whoever writes has seen enough. Set on the pipeline thread.</summary>
    internal bool IsFinished { get; private set; }

    /// <summary>Posts something to do on the pipeline thread. After the end it is dropped.</summary>
    /// <param name="action">What to do.</param>
    internal void Post(Action action)
    {
        try
        {
            _queue.Add(action);
        }
        catch (Exception failure) when (failure is InvalidOperationException or ObjectDisposedException)
        {
            // The pipeline has gone; nobody listens any more.
        }
    }

    /// <summary>Posts an object.</summary>
    internal void Write(object? value) => Post(() => cmdlet.WriteObject(value));

    /// <summary>Posts a verbose line.</summary>
    internal void Verbose(string text) => Post(() => cmdlet.WriteVerbose(text));

    /// <summary>Posts a warning.</summary>
    internal void Warning(string text) => Post(() => cmdlet.WriteWarning(text));

    /// <summary>Posts an error.</summary>
    internal void Error(ErrorRecord error) => Post(() => cmdlet.WriteError(error));

    /// <summary>Called on the pipeline thread: nothing more is wanted, the background work may stop.</summary>
    internal void Finish() => IsFinished = true;

    /// <summary>What was posted, until the end; waits for more. For the pipeline thread.</summary>
    /// <param name="stop">Ends the wait.</param>
    internal IEnumerable<Action> Take(CancellationToken stop) => _queue.GetConsumingEnumerable(stop);

    /// <summary>Nothing more will be posted.</summary>
    internal void Complete()
    {
        try
        {
            _queue.CompleteAdding();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline left before the work ended.
        }
    }

    public void Dispose() => _queue.Dispose();
}
