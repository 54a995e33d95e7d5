namespace XRayPS.Core.Rendering.Report;

/// <summary>Texts by number: URLs, users and annotations repeat from trace to trace.</summary>
internal sealed class StringTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The texts, by number.</summary>
    internal IReadOnlyList<string> Texts => _texts;

    /// <summary>The number of a text; -1 for null.</summary>
    internal int Number(string? text)
    {
        if (text is null)
        {
            return -1;
        }

        if (!_numbers.TryGetValue(text, out int number))
        {
            number = _texts.Count;
            _numbers.Add(text, number);
            _texts.Add(text);
        }

        return number;
    }
}
