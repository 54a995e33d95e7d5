namespace XRayPS.Core.Rendering;

/// <summary>URLs in little room: what tells one from the next goes last.</summary>
public static class UrlText
{
    /// <summary>
    /// A URL in a number of cells. What does not fit loses its scheme, then its query, then its middle.
    /// </summary>
    /// <param name="url">The URL, or any text; null is empty.</param>
    /// <param name="width">The number of cells.</param>
    public static string Fit(string? url, int width)
    {
        string text = CellText.Clean(url);
        if (CellText.Measure(text) <= width)
        {
            return text;
        }

        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        string bare = scheme < 0 ? text : text[(scheme + 3)..];
        if (CellText.Measure(bare) <= width)
        {
            return bare;
        }

        int query = bare.IndexOf('?', StringComparison.Ordinal);
        if (query <= 0)
        {
            return CellText.FitMiddle(bare, width);
        }

        // A part of the query is worth more than none where the path itself fits.
        return query + 4 <= width ? CellText.Fit(bare, width) : CellText.FitMiddle(bare[..query], width);
    }
}
