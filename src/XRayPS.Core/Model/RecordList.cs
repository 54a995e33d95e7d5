namespace XRayPS;

/// <summary>A list inside a record. It prints its items, so that a table or CSV cell reads well.</summary>
/// <typeparam name="T">The kind of item.</typeparam>
public sealed class RecordList<T> : List<T>
{
    /// <summary>Makes an empty list.</summary>
    public RecordList()
    {
    }

    /// <summary>Makes a list of the given items.</summary>
    /// <param name="items">The items, in order.</param>
    public RecordList(IEnumerable<T> items)
        : base(items)
    {
    }

    /// <summary>The items, joined by "; ".</summary>
    public override string ToString() => string.Join("; ", this);
}
