using System.Text.RegularExpressions;

namespace XRayPS.Client.Credentials;

/// <summary>One section of an AWS file: keys with values, and keys with keys below them.</summary>
internal sealed partial class ProfileSection
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, string>> _nested = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A value; empty counts as absent.</summary>
    internal string? Get(string key) => _values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>A value below a key.</summary>
    internal string? GetNested(string key, string inner) =>
        _nested.TryGetValue(key, out Dictionary<string, string>? below)
        && below.GetValueOrDefault(inner) is { Length: > 0 } value
            ? value
            : null;

    /// <summary>Whether a value is <c>true</c>; null when it is not there.</summary>
    internal bool? IsTrue(string key) =>
        Get(key) is { } value ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : null;

    /// <summary>Takes over the other's keys; they win.</summary>
    internal void Merge(ProfileSection other)
    {
        foreach ((string key, string value) in other._values)
        {
            _values[key] = value;
        }

        foreach ((string key, Dictionary<string, string> below) in other._nested)
        {
            _nested[key] = below;
        }
    }

    /// <summary>The sections of a file with their headings, blanks in them made one; none when there is no file.</summary>
    internal static IEnumerable<(string Heading, ProfileSection Section)> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        string? heading = null;
        ProfileSection section = new();
        string? parent = null;
        foreach (string line in File.ReadLines(path))
        {
            string text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or ';')
            {
                continue;
            }

            if (text[0] == '[' && Heading().Match(text) is { Success: true } match)
            {
                if (heading is not null)
                {
                    yield return (heading, section);
                }

                heading = Blanks().Replace(match.Groups[1].Value.Trim(), " ");
                section = new ProfileSection();
                parent = null;
                continue;
            }

            parent = section.Take(text, isIndented: char.IsWhiteSpace(line[0]), parent);
        }

        if (heading is not null)
        {
            yield return (heading, section);
        }
    }

    /// <summary>Takes one line; gives back the key that later indented lines belong to.</summary>
    private string? Take(string text, bool isIndented, string? parent)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            return parent;
        }

        string key = text[..equals].Trim();
        string value = text[(equals + 1)..].Trim();
        if (isIndented && parent is not null)
        {
            if (!_nested.TryGetValue(parent, out Dictionary<string, string>? below))
            {
                below = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                _nested.Add(parent, below);
            }

            below[key] = value;
            return parent;
        }

        _values[key] = value;
        return value.Length == 0 ? key : null;
    }

    [GeneratedRegex(@"\A\[([^\]]+)\]")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
