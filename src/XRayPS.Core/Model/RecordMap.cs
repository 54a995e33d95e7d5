using System.Collections;

namespace XRayPS;

/// <summary>
/// A map inside a record, in the order of the wire. Keys keep their case. It prints as <c>key=value; key=value</c>,
/// so that a table or CSV cell reads well.
/// </summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class RecordMap<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);

    /// <summary>Number of entries.</summary>
    public int Count => _order.Count;

    /// <summary>The keys, in the order of the wire.</summary>
    public IReadOnlyList<string> Keys => _order;

    /// <summary>The values, in the order of the keys.</summary>
    public IEnumerable<T> Values => _order.Select(key => _values[key]);

    /// <summary>The value of a key. Reading an absent key throws <see cref="KeyNotFoundException"/>.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    public T this[string key]
    {
        get => _values[key];
        set
        {
            if (!_values.ContainsKey(key))
            {
                _order.Add(key);
            }

            _values[key] = value;
        }
    }

    /// <summary>Whether the key is there.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <summary>The value of a key, if it is there.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The value.</param>
    public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) =>
        _values.TryGetValue(key, out value);

    /// <summary>Adds or replaces an entry; lets collection initialisers work.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, T value) => this[key] = value;

    /// <summary>The entries, in order.</summary>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        foreach (string key in _order)
        {
            yield return new KeyValuePair<string, T>(key, _values[key]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The entries as <c>key=value</c>, joined by "; ".</summary>
    public override string ToString() => string.Join("; ", this.Select(entry => $"{entry.Key}={entry.Value}"));
}
