using System.Collections;

namespace XRayPS;

/// <content>The map as the untyped dictionary that PowerShell looks for.</content>
public sealed partial class RecordMap<T> : IDictionary
{
    bool IDictionary.IsFixedSize => false;

    bool IDictionary.IsReadOnly => false;

    ICollection IDictionary.Keys => _keys;

    ICollection IDictionary.Values => (ICollection?)_values ?? Array.Empty<T>();

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    object? IDictionary.this[object key]
    {
        get => key is string name && TryGetValue(name, out T? value) ? value : null;
        set => this[(string)key] = (T)value!;
    }

    /// <summary>Removes all entries.</summary>
    public void Clear()
    {
        _keys.Clear();
        _values = null;
        _places = null;
    }

    void IDictionary.Add(object key, object? value) => this[(string)key] = (T)value!;

    bool IDictionary.Contains(object key) => key is string name && ContainsKey(name);

    void IDictionary.Remove(object key)
    {
        if (key is string name && Find(name) is >= 0 and int at)
        {
            _keys.RemoveAt(at);
            _values!.RemoveAt(at);
            _places = null;
        }
    }

    IDictionaryEnumerator IDictionary.GetEnumerator() => new Entries(GetEnumerator());

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (KeyValuePair<string, T> entry in this)
        {
            array.SetValue(entry, index++);
        }
    }

    private sealed class Entries(IEnumerator<KeyValuePair<string, T>> entries) : IDictionaryEnumerator
    {
        public object Current => Entry;

        public DictionaryEntry Entry => new(Key, Value);

        public object Key => entries.Current.Key;

        public object? Value => entries.Current.Value;

        public bool MoveNext() => entries.MoveNext();

        public void Reset() => throw new NotSupportedException("The entries are read once.");
    }
}
