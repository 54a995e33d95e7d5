using System.Management.Automation;

namespace XRayPS.Abstractions;

/// <summary>
/// The lowest rung: one cancellation per cmdlet, and a pump that runs asynchronous work off the pipeline's thread. There
/// are three ways out: the work is done or failed (the failure is thrown), the cmdlet was stopped (PipelineStoppedException),
/// or something downstream has seen enough (whatever WriteObject threw goes on). In all three the work is cancelled and
/// waited for, so that nothing is left behind.
/// </summary>
public abstract class XRayCmdlet : PSCmdlet, IDisposable
{
    /// <summary>How long a cancelled piece of work may take to end before it is left to itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private int _disposed;

    private protected XRayCmdlet()
    {
    }

    /// <summary>The clock of all cmdlets.</summary>
    internal static TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Cancelled by Ctrl+C and when the pipeline is done with the cmdlet.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // A stop from downstream calls neither StopProcessing nor EndProcessing: this is all that runs.
        _stop.Cancel();
        _stop.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Ctrl+C in the moment in which the pipeline ended by itself.
        }
    }

    /// <summary>Lets go of what a cmdlet holds; called once.</summary>
    private protected virtual void Release()
    {
    }

    /// <summary>Runs work in the background and writes what it posts until it ends.</summary>
    /// <param name="work">The work; it gets the way to the pipeline and the token that stops it.</param>
    private protected void Pump(Func<PipelineFeed, CancellationToken, Task> work)
    {
        using PipelineFeed feed = new(this);
        CancellationTokenSource own = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        CancellationToken token = own.Token;
        Task task = Task.Run(() => DriveAsync(work, feed, token), CancellationToken.None);
        try
        {
            foreach (Action action in feed.Take(StopToken))
            {
                action();
                if (feed.IsFinished)
                {
                    return;
                }
            }

            // The queue is complete, so the work has ended: take its failure over as it is.
            task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            own.Cancel();
            if (((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience))
            {
                own.Dispose();
            }
        }
    }

    /// <summary>The file system path of what the user wrote, relative to the current location.</summary>
    /// <param name="path">The path; it need not exist.</param>
    private protected string FilePath(string path)
    {
        string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            ThrowTerminatingError(Errors.ErrorRecords.BadArgument(
                "NotAFile", $"'{path}' is a path of the provider {provider.Name}; a path of the file system is needed.", path));
        }

        return full;
    }

    /// <summary>The one file that a path with wildcards means.</summary>
    /// <param name="path">The path.</param>
    private protected string OneFile(string path)
    {
        IReadOnlyList<string> found =
            SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
        return found.Count == 1 && provider.Name == "FileSystem" ? found[0] : throw new PSArgumentException(
            $"'{path}' stands for {found.Count} items of the provider {provider.Name}; one file is needed.");
    }

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file.</param>
    private protected string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Errors.ErrorRecords.FileNotRead(failure, path));
            throw;
        }
    }

    private static async Task DriveAsync(
        Func<PipelineFeed, CancellationToken, Task> work, PipelineFeed feed, CancellationToken token)
    {
        try
        {
            await work(feed, token).ConfigureAwait(false);
        }
        finally
        {
            feed.Complete();
        }
    }
}
