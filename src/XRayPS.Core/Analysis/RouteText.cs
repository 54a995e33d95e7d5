namespace XRayPS.Core.Analysis;

/// <summary>
/// URLs with what names one thing taken out, so that <c>/items/1</c> and <c>/items/2</c> are one route.
/// </summary>
internal static class RouteText
{
    /// <summary>The URL without query, ids in the path replaced by <c>#</c>; null for null.</summary>
    internal static string? Of(string? url)
    {
        if (url is null)
        {
            return null;
        }

        int path = url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? url.IndexOf('/', scheme + 3) : 0;
        int query = url.AsSpan().IndexOfAny('?', '#');
        string whole = query < 0 ? url : url[..query];
        return path < 0 || path > whole.Length
            ? whole
            : whole[..path] + string.Join('/', whole[path..].Split('/').Select(static part => IsId(part) ? "#" : part));
    }

    /// <summary>The path of a URL alone, as a route; <c>/</c> where there is none, null for null.</summary>
    internal static string? PathOf(string? url)
    {
        string? route = Of(url);
        int scheme = route?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        int path = scheme < 0 ? 0 : route!.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : route?[path..];
    }

    // A digit makes an id of a part, but for versions (v2) and files (app.3.js).
    private static bool IsId(string part) =>
        part.Any(char.IsAsciiDigit)
        && !part.Contains('.', StringComparison.Ordinal)
        && !(part[0] is 'v' or 'V' && part.Skip(1).All(char.IsAsciiDigit));
}
