using System.Globalization;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>
/// A structure of X-Ray's model as a table of members. Reading, writing and the service's constraint check all follow
/// this one table, so that the two ends cannot disagree about a name or a kind.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Shape<T>
    where T : class, new()
{
    private readonly List<Member<T>> _members = [];
    private Member<T>[]? _sorted;

    /// <summary>Starts a table.</summary>
    /// <param name="name">The structure's name in the model.</param>
    public Shape(string name) => Name = name;

    /// <summary>The structure's name in the model.</summary>
    public string Name { get; }

    /// <summary>The members, in the order of declaration.</summary>
    public IReadOnlyList<Member<T>> Members => _members;

    /// <summary>Reads a whole JSON text. No bytes stand for an empty object.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="context">How strictly.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="SerializationFailure">The context is the service's and a value has the wrong kind.</exception>
    public T Parse(ReadOnlySpan<byte> json, ReadContext context)
    {
        if (json.IsEmpty)
        {
            return new T();
        }

        Utf8JsonReader reader = new(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            if (context.Strict)
            {
                throw new SerializationFailure("Expected structure or map or null");
            }

            context.Note($"{Name}: the answer is not a JSON object; taken as empty.");
            return new T();
        }

        T value = ReadObject(ref reader, context);
        if (reader.Read())
        {
            throw new JsonException("Text follows the JSON object.");
        }

        return value;
    }

    /// <summary>Writes a record as a JSON object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The record.</param>
    /// <param name="style">Request or answer.</param>
    public void Write(Utf8JsonWriter writer, T value, WriteStyle style)
    {
        writer.WriteStartObject();
        IReadOnlyList<Member<T>> members = style == WriteStyle.Answer ? Sorted() : _members;
        for (int i = 0; i < members.Count; i++)
        {
            members[i].Write(writer, value, style);
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// The text of the framework's <c>ValidationException</c> for this record, or null when it satisfies every constraint.
    /// </summary>
    /// <param name="value">The record.</param>
    public string? Violations(T value)
    {
        List<string> violations = [];
        Validate(value, "", violations);
        string errors = violations.Count == 1 ? "error" : "errors";
        return violations.Count == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"{violations.Count} validation {errors} detected: {string.Join("; ", violations)}");
    }

    /// <summary>A string.</summary>
    public Shape<T> Text(
        string name, Func<T, string?> get, Action<T, string?> set, TextRule? rule = null, bool required = false) =>
        Add(new Member<T, string>(name, required, new TextCodec(rule ?? TextRule.Any), get, set));

    /// <summary>A boolean.</summary>
    public Shape<T> Boolean(string name, Func<T, bool?> get, Action<T, bool?> set, bool required = false) =>
        Add(new Member<T, bool?>(name, required, new BooleanCodec(), get, set));

    /// <summary>A 32-bit integer.</summary>
    public Shape<T> Integer(
        string name, Func<T, int?> get, Action<T, int?> set, NumberRule? rule = null, bool required = false) =>
        Add(new Member<T, int?>(name, required, new IntegerCodec(rule ?? NumberRule.Any), get, set));

    /// <summary>A 64-bit integer.</summary>
    public Shape<T> Long(string name, Func<T, long?> get, Action<T, long?> set, bool required = false) =>
        Add(new Member<T, long?>(name, required, new LongCodec(), get, set));

    /// <summary>A floating-point number.</summary>
    public Shape<T> Number(
        string name, Func<T, double?> get, Action<T, double?> set, NumberRule? rule = null, bool required = false) =>
        Add(new Member<T, double?>(name, required, new NumberCodec(rule ?? NumberRule.Any), get, set));

    /// <summary>An instant.</summary>
    public Shape<T> Timestamp(
        string name, Func<T, DateTimeOffset?> get, Action<T, DateTimeOffset?> set, bool required = false) =>
        Add(new Member<T, DateTimeOffset?>(name, required, new TimestampCodec(), get, set));

    /// <summary>A structure.</summary>
    public Shape<T> Structure<TRecord>(
        string name, Func<T, TRecord?> get, Action<T, TRecord?> set, Func<Shape<TRecord>> shape, bool required = false)
        where TRecord : class, new() =>
        Add(new Member<T, TRecord>(name, required, new StructureCodec<TRecord>(shape), get, set));

    /// <summary>A list of strings.</summary>
    public Shape<T> Texts(
        string name,
        Func<T, RecordList<string>?> get,
        Action<T, RecordList<string>?> set,
        TextRule? item = null,
        CountRule? count = null,
        bool required = false) =>
        Add(new Member<T, RecordList<string>>(
            name, required, new ListCodec<string>(new TextCodec(item ?? TextRule.Any), count ?? CountRule.Any), get, set));

    /// <summary>A list of structures.</summary>
    public Shape<T> Structures<TRecord>(
        string name,
        Func<T, RecordList<TRecord>?> get,
        Action<T, RecordList<TRecord>?> set,
        Func<Shape<TRecord>> shape,
        CountRule? count = null,
        bool required = false)
        where TRecord : class, new() =>
        Add(new Member<T, RecordList<TRecord>>(
            name, required, new ListCodec<TRecord>(new StructureCodec<TRecord>(shape), count ?? CountRule.Any), get, set));

    /// <summary>A map of strings.</summary>
    public Shape<T> TextMap(
        string name,
        Func<T, RecordMap<string>?> get,
        Action<T, RecordMap<string>?> set,
        TextRule? key = null,
        TextRule? item = null,
        CountRule? count = null) =>
        Add(new Member<T, RecordMap<string>>(
            name,
            required: false,
            new MapCodec<string>(new TextCodec(item ?? TextRule.Any), key ?? TextRule.Any, count ?? CountRule.Any),
            get,
            set));

    /// <summary>A map of lists of structures.</summary>
    public Shape<T> StructureListMap<TRecord>(
        string name,
        Func<T, RecordMap<RecordList<TRecord>>?> get,
        Action<T, RecordMap<RecordList<TRecord>>?> set,
        Func<Shape<TRecord>> shape)
        where TRecord : class, new() =>
        Add(new Member<T, RecordMap<RecordList<TRecord>>>(
            name,
            required: false,
            new MapCodec<RecordList<TRecord>>(
                new ListCodec<TRecord>(new StructureCodec<TRecord>(shape), CountRule.Any), TextRule.Any, CountRule.Any),
            get,
            set));

    /// <summary>
    /// Says of the member before that answers leave its key out when there is no value, as recorded for a few.
    /// </summary>
    public Shape<T> LeftOutWhenAbsent()
    {
        _members[^1].LeftOutWhenAbsent = true;
        return this;
    }

    internal void Validate(T value, string prefix, List<string> violations)
    {
        foreach (Member<T> member in _members)
        {
            member.Validate(value, prefix, violations);
        }
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    internal T ReadObject(ref Utf8JsonReader reader, ReadContext context)
    {
        T value = new();

        // Answers come in alphabetical order, so the next member is nearly always the one behind the last.
        Member<T>[] sorted = Sorted();
        int next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int found = Find(ref reader, sorted, next);
            reader.Read();
            if (found < 0)
            {
                reader.Skip();
                continue;
            }

            sorted[found].Read(ref reader, value, context, Name);
            next = found + 1;
        }

        return value;
    }

    private static int Find(ref Utf8JsonReader reader, Member<T>[] members, int start)
    {
        for (int i = 0; i < members.Length; i++)
        {
            int at = start + i;
            at = at < members.Length ? at : at - members.Length;
            if (at < members.Length && reader.ValueTextEquals(members[at].Utf8Name))
            {
                return at;
            }
        }

        return -1;
    }

    private Member<T>[] Sorted() =>
        _sorted ??= [.. _members.OrderBy(member => member.Name, StringComparer.Ordinal)];

    private Shape<T> Add(Member<T> member)
    {
        _members.Add(member);
        _sorted = null;
        return this;
    }
}
