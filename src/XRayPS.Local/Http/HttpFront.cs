using System.Collections.Concurrent;
using System.Net;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Http;

/// <summary>The TCP port: takes requests on loopback and answers each, whatever arrives.</summary>
internal sealed class HttpFront : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Router _router;
    private readonly LocalSettings _settings;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<HttpListenerContext, byte> _open = new();
    private readonly Task _accepting;
    private volatile bool _closing;
    private long _requests;

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

    /// <summary>
    /// Lets requests in flight come to their end, since what is stored has to be acknowledged, and sends new ones away until
    /// it is quiet: HttpListener ends what it still holds when it closes with an empty success.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _closing = true;
        await DrainAsync(atMost: 2000).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        if (!_open.IsEmpty)
        {
            await DrainAsync(atMost: 500).ConfigureAwait(false);
        }

        foreach (HttpListenerContext context in _open.Keys)
        {
            Abort(context, 503);
        }

        _listener.Abort();
        await _accepting.ConfigureAwait(false);
        if (!_open.IsEmpty)
        {
            await DrainAsync(atMost: 2000).ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    /// <summary>Waits until nothing is open and nothing came for a moment, but at most so many milliseconds.</summary>
    private async Task DrainAsync(long atMost)
    {
        const int Quiet = 40;
        long end = Environment.TickCount64 + atMost;
        long quietSince = Environment.TickCount64;
        long seen = Requests;
        while (Environment.TickCount64 < end && (!_open.IsEmpty || Environment.TickCount64 - quietSince < Quiet))
        {
            await Task.Delay(5, CancellationToken.None).ConfigureAwait(false);
            if (seen != Requests || !_open.IsEmpty)
            {
                seen = Requests;
                quietSince = Environment.TickCount64;
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
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

            _open.TryAdd(context, 0);
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
        catch (Exception failure)
        {
            // The client left, or dawdled, or sent what HttpListener itself cannot take.
            Abort(context, failure is OperationCanceledException ? 408 : 500);
        }
        finally
        {
            _open.TryRemove(context, out _);
        }
    }

    private async Task<Answer> AnswerAsync(HttpListenerRequest request)
    {
        if (!RequestGuard.Allows(request))
        {
            return new Answer(403, [], ContentType: "text/plain");
        }

        if (_closing)
        {
            return Answer.Of(new ServiceError("ServiceUnavailable", "The local X-Ray is stopping.", 503));
        }

        string path = request.Url?.AbsolutePath ?? "";
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(_settings.BodyTimeout);
        try
        {
            using RequestBody body =
                await RequestBody.ReadAsync(request, _settings.BodyLimit, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            return await _router
                .AnswerAsync(request.HttpMethod, path, request.ContentType, body.Bytes, _stop.Token).ConfigureAwait(false);
        }
        catch (Refusal refusal)
        {
            return Router.Refuse(path, request.ContentType, refusal);
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

        if (_closing || answer.Status == 413)
        {
            response.KeepAlive = false;
        }

        await response.OutputStream.WriteAsync(answer.Body, _stop.Token).ConfigureAwait(false);
        response.Close();
    }

    /// <summary>Closes a connection. HttpListener sends an answer even then, and it must not be one of success.</summary>
    private static void Abort(HttpListenerContext context, int status)
    {
        try
        {
            context.Response.StatusCode = status;
            context.Response.KeepAlive = false;
        }
        catch (Exception)
        {
            // The head of an answer is on its way already.
        }

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
