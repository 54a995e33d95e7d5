using System.Text;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>One member of a record: its name on the wire, its kind, its place in the record.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class Member<T>
{
    private protected Member(string name, bool required)
    {
        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        Path = char.ToLowerInvariant(name[0]) + name[1..];
        Required = required;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether the model demands it.</summary>
    public bool Required { get; }

    /// <summary>Whether an answer leaves the key out when there is no value; most members are written as null.</summary>
    public bool LeftOutWhenAbsent { get; internal set; }

    internal byte[] Utf8Name { get; }

    /// <summary>The name in constraint violations: only the first letter lowered, so <c>eC2InstanceId</c> (observed).</summary>
    internal string Path { get; }

    internal abstract void Read(ref Utf8JsonReader reader, T target, ReadContext context, string shape);

    internal abstract void Write(Utf8JsonWriter writer, T source, WriteStyle style);

    internal abstract void Validate(T source, string prefix, List<string> violations);
}

internal sealed class Member<T, TValue>(
    string name, bool required, ValueCodec<TValue> codec, Func<T, TValue?> get, Action<T, TValue?> set)
    : Member<T>(name, required)
{
    private string? _where;

    internal override void Read(ref Utf8JsonReader reader, T target, ReadContext context, string shape)
    {
        // Null is absent: a record keeps its empty collection.
        if (reader.TokenType != JsonTokenType.Null && codec.Read(ref reader, context, _where ??= $"{shape}.{Name}") is { } value)
        {
            set(target, value);
        }
    }

    internal override void Write(Utf8JsonWriter writer, T source, WriteStyle style)
    {
        if (get(source) is { } value)
        {
            writer.WritePropertyName(Utf8Name);
            codec.Write(writer, value, style);
        }
        else if (style == WriteStyle.Answer && !LeftOutWhenAbsent)
        {
            writer.WriteNull(Utf8Name);
        }
    }

    internal override void Validate(T source, string prefix, List<string> violations)
    {
        string path = prefix + Path;
        if (get(source) is { } value)
        {
            codec.Validate(value, path, violations);
        }
        else if (Required)
        {
            violations.Add(Violation.Text("null", path, "Member must not be null"));
        }
    }
}
