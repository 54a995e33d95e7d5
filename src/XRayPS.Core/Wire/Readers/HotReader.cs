using System.Text;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>
/// Reads the answers that come by the thousand. It keeps the rules of the shapes (null and unknown members are passed
/// over, a value of the wrong kind is absent and noted) and shares their codecs, but knows each record's members when
/// compiled: no delegates, no tables. A test holds the two against each other.
/// </summary>
internal ref struct HotReader
{
    private static readonly TextCodec TextRules = new(TextRule.Any);
    private static readonly BooleanCodec BooleanRules = new();
    private static readonly IntegerCodec IntegerRules = new(NumberRule.Any);
    private static readonly LongCodec LongRules = new();
    private static readonly NumberCodec NumberRules = new(NumberRule.Any);
    private static readonly TimestampCodec TimestampRules = new();
    private static readonly ListCodec<string> TextsRules = new(TextRules, CountRule.Any);
    private static readonly MapCodec<string> TextMapRules = new(TextRules, TextRule.Any, CountRule.Any);

    private readonly ReadContext _context;
    private readonly NameTable _names;
    private Utf8JsonReader _reader;

    private HotReader(ReadOnlySpan<byte> json, ReadContext context)
    {
        _reader = new Utf8JsonReader(json);
        _context = context;
        _names = NameTable.Current;
    }

    /// <summary>Reads a whole answer.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <typeparam name="TReader">Its reader.</typeparam>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="context">Takes the notes.</param>
    /// <param name="name">The record's name in notes.</param>
    internal static T Parse<T, TReader>(ReadOnlySpan<byte> json, ReadContext context, string name)
        where T : class, new()
        where TReader : struct, IRecordReader<T>
    {
        if (json.IsEmpty)
        {
            return new T();
        }

        HotReader reader = new(json, context);
        reader._reader.Read();
        if (reader._reader.TokenType != JsonTokenType.StartObject)
        {
            context.Note($"{name}: the answer is not a JSON object; taken as empty.");
            return new T();
        }

        T value = TReader.Read(ref reader);
        reader._reader.Read();
        return value;
    }

    /// <summary>Goes to the value of the next member that is not null.</summary>
    internal bool Next(out ReadOnlySpan<byte> name)
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            name = _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(LenientText.Get(ref _reader)) : _reader.ValueSpan;
            _reader.Read();
            if (_reader.TokenType != JsonTokenType.Null)
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    internal void Skip() => _reader.Skip();

    /// <summary>A text that is likely to come again.</summary>
    internal string? Text(string where) =>
        _reader.TokenType == JsonTokenType.String
        && !_reader.ValueIsEscaped
        && _reader.ValueSpan.Length <= NameTable.MaxLength
            ? _names.Get(_reader.ValueSpan) ?? Fresh(where)
            : Fresh(where);

    /// <summary>A text that comes once.</summary>
    internal string? Fresh(string where) => TextRules.Read(ref _reader, _context, where);

    internal bool? Boolean(string where) => BooleanRules.Read(ref _reader, _context, where);

    internal int? Integer(string where) => IntegerRules.Read(ref _reader, _context, where);

    internal long? Long(string where) => LongRules.Read(ref _reader, _context, where);

    internal double? Number(string where) => NumberRules.Read(ref _reader, _context, where);

    internal DateTimeOffset? Timestamp(string where) => TimestampRules.Read(ref _reader, _context, where);

    internal RecordMap<string>? TextMap(string where) => TextMapRules.Read(ref _reader, _context, where);

    /// <summary>A list of texts.</summary>
    /// <param name="where">The place, for notes.</param>
    /// <param name="known">The record's own list: as long as it is empty, it is filled rather than replaced.</param>
    internal RecordList<string>? Texts(string where, RecordList<string>? known)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return TextsRules.Read(ref _reader, _context, where);
        }

        RecordList<string> list = known is { Count: 0 } ? known : [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Null && Text(where) is { } text)
            {
                // Nearly always there is one, and a list would begin with room for four.
                list.Capacity = Math.Max(list.Capacity, 1);
                list.Add(text);
            }
        }

        return list;
    }

    internal T? Record<T, TReader>(string where)
        where T : class, new()
        where TReader : struct, IRecordReader<T> =>
        _reader.TokenType == JsonTokenType.StartObject
            ? TReader.Read(ref this)
            : ValueCodec<T>.WrongKind(ref _reader, _context, where, "an object", "a Structure");

    internal RecordList<T>? Records<T, TReader>(string where, RecordList<T>? known)
        where T : class, new()
        where TReader : struct, IRecordReader<T>
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return ValueCodec<RecordList<T>>.WrongKind(ref _reader, _context, where, "a list", "a List");
        }

        RecordList<T> list = known is { Count: 0 } ? known : [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Null && Record<T, TReader>(where) is { } record)
            {
                list.Add(record);
            }
        }

        return list;
    }

    /// <summary>From an annotation's key to its values.</summary>
    internal RecordMap<RecordList<ValueWithServiceIds>>? Annotations(
        string where, RecordMap<RecordList<ValueWithServiceIds>>? known)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return ValueCodec<RecordMap<RecordList<ValueWithServiceIds>>>.WrongKind(
                ref _reader, _context, where, "an object", "a Map");
        }

        RecordMap<RecordList<ValueWithServiceIds>> map = known is { Count: 0 } ? known : [];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = !_reader.ValueIsEscaped && _reader.ValueSpan.Length <= NameTable.MaxLength
                ? _names.Get(_reader.ValueSpan) ?? LenientText.Get(ref _reader)
                : LenientText.Get(ref _reader);
            _reader.Read();
            if (_reader.TokenType != JsonTokenType.Null
                && Records<ValueWithServiceIds, ValueWithServiceIdsReader>(where, known: null) is { } values)
            {
                map[key] = values;
            }
        }

        return map;
    }
}
