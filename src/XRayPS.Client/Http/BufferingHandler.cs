namespace XRayPS.Client.Http;

/// <summary>
/// Copies each body into memory before the answer is handed on. The SDK would read the network's stream synchronously:
/// then a cancelled call waits for a slow peer, and a body that breaks off is beyond the reach of the retry.
/// </summary>
internal sealed class BufferingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            HttpContent live = response.Content;
            response.Content = await BufferedContent.ReadAsync(live, cancellationToken).ConfigureAwait(false);
            live.Dispose();
            return response;
        }
        catch (IOException broken)
        {
            response.Dispose();
            throw new HttpRequestException("The connection broke off in the middle of the answer.", broken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
