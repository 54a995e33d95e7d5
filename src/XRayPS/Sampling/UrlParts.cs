namespace XRayPS.Sampling;

/// <summary>What sampling rules look at in a URL.</summary>
internal static class UrlParts
{
    /// <summary>The path, without query; that of a URL without a host too.</summary>
    /// <param name="url">The URL, or null.</param>
    internal static string? Path(Uri? url)
    {
        if (url is null)
        {
            return null;
        }

        // On Linux a path with a slash before it counts as the absolute URL of a file.
        string path = IsWeb(url) ? url.AbsolutePath : url.OriginalString;
        int query = path.IndexOfAny(['?', '#']);
        return query < 0 ? path : path[..query];
    }

    /// <summary>
    /// The Host header: the host, and the port where it is not the usual one; null where the URL has none.
    /// </summary>
    /// <param name="url">The URL, or null.</param>
    internal static string? Host(Uri? url) => url is not null && IsWeb(url) ? url.Authority : null;

    private static bool IsWeb(Uri url) => url is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
