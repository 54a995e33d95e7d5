namespace XRayPS.Console.LineEditor;

/// <summary>Ctrl+R: the newest line that contains what is typed, and with Ctrl+R again an older one.</summary>
/// <param name="history">The lines.</param>
/// <param name="original">What was typed before.</param>
internal sealed class HistorySearch(History history, string original)
{
    private string query = "";
    private int match = -1;

    /// <summary>What was typed before the search.</summary>
    public string Original => original;

    /// <summary>The line that was found, or what was typed before while nothing is.</summary>
    public string Text => match >= 0 ? history.Lines[match] : query.Length == 0 ? original : "";

    /// <summary>Where in the line the searched text stands.</summary>
    public int Cursor => match >= 0 ? Text.IndexOf(query, StringComparison.OrdinalIgnoreCase) : Text.Length;

    /// <summary>What stands before the line while one searches.</summary>
    public string Prompt => match < 0 && query.Length > 0 ? $"(nothing with '{query}') " : $"(search '{query}') ";

    /// <summary>Adds to the searched text.</summary>
    /// <param name="text">The addition.</param>
    public void Type(string text)
    {
        query += text;
        match = history.Search(query, match < 0 ? history.Lines.Count : match + 1);
    }

    /// <summary>Takes the last character of the searched text back.</summary>
    public void Backspace()
    {
        if (query.Length > 0)
        {
            query = query[..TextWidth.PreviousElement(query, query.Length)];
            match = query.Length == 0 ? -1 : history.Search(query, history.Lines.Count);
        }
    }

    /// <summary>Goes to an older line.</summary>
    public void Older()
    {
        int older = query.Length == 0 ? -1 : history.Search(query, match < 0 ? history.Lines.Count : match);
        match = older >= 0 ? older : match;
    }
}
