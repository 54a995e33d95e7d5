using System.Net;

namespace XRayPS.Local.Http;

/// <summary>The TCP port: takes requests on loopback and answers each, whatever arrives.</summary>
internal sealed class HttpFront : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Router _router;
    private readonly LocalSettings _settings;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private long _requests;
    private int _open;

    private HttpFront(HttpListener listener, int port, Router router, LocalSettings settings, TimeProvider clock)
    {
        _listener = listener;
        _router = router;
        _settings = settings;
        _clock = clock;
        Port = port;
        _accepting = Task.Run(AcceptAsync);
    }

    internal int Port { get; }

    internal long Requests => Volatile.Read(ref _requests);

    /// <summary>Listens on the port, or on a free one for 0.</summary>
    internal static HttpFront Start(int port, Router router, LocalSettings settings, TimeProvider clock)
    {
        for (int attempt = 0; ; attempt++)
        {
            int number = port == 0 ? FreePort.Find() : port;
            HttpListener listener = new() { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://127.0.0.1:{number}/");
            listener.Prefixes.Add($"http://localhost:{number}/");
            try
            {
                listener.Start();
                return new HttpFront(listener, number, router, settings, clock);
            }
            catch (HttpListenerException failure) when (port == 0 && attempt < 20)
            {
                // Somebody took the port between the question and the answer.
                listener.Close();
                _ = failure;
            }
            catch (HttpListenerException failure)
            {
                listener.Close();
                throw Ports.InUse(number, "TCP", "-Port", failure);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Abort();
        await _accepting.ConfigureAwait(false);

        // Requests in flight still hold the store: let them come to their end, which a closed listener makes quick.
        for (int i = 0; i < 200 && Volatile.Read(ref _open) > 0; i++)
        {
            await Task.Delay(10, CancellationToken.None).ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception)
            {
                // One connection that broke during accept is no reason to stop listening.
                continue;
            }

            Interlocked.Increment(ref _open);
            _ = Task.Run(() => ServeAsync(context), CancellationToken.None);
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            Interlocked.Increment(ref _requests);
            Answer answer = await AnswerAsync(context.Request).ConfigureAwait(false);
            await SendAsync(context.Response, answer).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client left, or sent what HttpListener itself cannot take: there is nobody to tell.
            Abort(context);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<Answer> AnswerAsync(HttpListenerRequest request)
    {
        if (!RequestGuard.Allows(request))
        {
            return new Answer(403, [], ContentType: "text/plain");
        }

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(_settings.BodyTimeout);
        try
        {
            ReadOnlyMemory<byte> body =
                await RequestBody.ReadAsync(request, _settings.BodyLimit, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            return await _router.AnswerAsync(request.HttpMethod, request.Url?.AbsolutePath ?? "", body, _stop.Token).ConfigureAwait(false);
        }
        catch (Refusal refusal)
        {
            return Answer.Of(refusal.Error);
        }
    }

    private async Task SendAsync(HttpListenerResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength64 = answer.Body.Length;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        response.Headers["Date"] = _clock.GetUtcNow().ToString("R");
        if (answer.ErrorType is not null)
        {
            response.Headers["x-amzn-errortype"] = answer.ErrorType;
        }

        if (answer.Status == 413)
        {
            response.KeepAlive = false;
        }

        await response.OutputStream.WriteAsync(answer.Body, _stop.Token).ConfigureAwait(false);
        response.Close();
    }

    private static void Abort(HttpListenerContext context)
    {
        try
        {
            context.Response.Abort();
        }
        catch (Exception)
        {
            // Already gone.
        }
    }
}
