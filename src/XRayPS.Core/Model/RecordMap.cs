using System.Collections;

namespace XRayPS;

/// <summary>
/// A map inside a record, in the order of the wire. Keys keep their case. It prints as <c>key=value; key=value</c>,
/// so that a table or CSV cell reads well; as a dictionary of PowerShell, so that ConvertTo-Json writes an object and
/// <c>$map.key</c> works.
/// </summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed partial class RecordMap<T> : IEnumerable<KeyValuePair<string, T>>
{
    /// <summary>Up to so many keys are found faster by looking at each, and cost no dictionary.</summary>
    private const int Few = 8;

    private readonly List<string> _keys = [];
    private List<T>? _values;
    private Dictionary<string, int>? _places;

    /// <summary>Number of entries.</summary>
    public int Count => _keys.Count;

    /// <summary>The keys, in the order of the wire.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The values, in the order of the keys.</summary>
    public IEnumerable<T> Values => _values ?? [];

    /// <summary>The value of a key. Reading an absent key throws <see cref="KeyNotFoundException"/>.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    public T this[string key]
    {
        get => Find(key) is >= 0 and int at
            ? _values![at]
            : throw new KeyNotFoundException($"There is no entry '{key}'.");
        set
        {
            _values ??= [];
            if (Find(key) is >= 0 and int at)
            {
                _values[at] = value;
                return;
            }

            _keys.Add(key);
            _values.Add(value);
            _places?.Add(key, _keys.Count - 1);
        }
    }

    /// <summary>Whether the key is there.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <summary>The value of a key, if it is there.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The value.</param>
    public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        int at = Find(key);
        value = at < 0 ? default : _values![at];
        return at >= 0;
    }

    /// <summary>Adds or replaces an entry; lets collection initialisers work.</summary>
    /// <param name="key">The key, case-sensitive.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, T value) => this[key] = value;

    /// <summary>The entries, in order.</summary>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (int i = 0; i < _keys.Count; i++)
        {
            yield return new KeyValuePair<string, T>(_keys[i], _values![i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The entries as <c>key=value</c>, joined by "; ".</summary>
    public override string ToString() => string.Join("; ", this.Select(entry => $"{entry.Key}={entry.Value}"));

    private int Find(string key)
    {
        if (_keys.Count > Few && _places is null)
        {
            _places = new Dictionary<string, int>(_keys.Count * 2, StringComparer.Ordinal);
            for (int i = 0; i < _keys.Count; i++)
            {
                _places.Add(_keys[i], i);
            }
        }

        if (_places is not null)
        {
            return _places.TryGetValue(key, out int place) ? place : -1;
        }

        for (int i = 0; i < _keys.Count; i++)
        {
            if (_keys[i] == key)
            {
                return i;
            }
        }

        return -1;
    }
}
