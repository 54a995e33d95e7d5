using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>Reads, writes and checks one kind of value.</summary>
/// <typeparam name="TValue">The value in a record; null stands for absent.</typeparam>
public abstract class ValueCodec<TValue>
{
    /// <summary>Reads the value that the reader stands on; leaves the reader on its last token.</summary>
    internal abstract TValue? Read(ref Utf8JsonReader reader, ReadContext context, string where);

    /// <summary>Writes a value that is not null.</summary>
    internal abstract void Write(Utf8JsonWriter writer, TValue value, WriteStyle style);

    /// <summary>Adds what the model's constraints find wrong with a value that is not null.</summary>
    internal virtual void Validate(TValue value, string path, List<string> violations)
    {
    }

    /// <summary>A value of the wrong kind: the service refuses, the client passes over it.</summary>
    internal static TValue? WrongKind(
        ref Utf8JsonReader reader, ReadContext context, string where, string expected, string serviceKind)
    {
        if (context.Strict)
        {
            throw new SerializationFailure(Refusal(reader.TokenType, serviceKind));
        }

        context.Note($"{where}: expected {expected}, found {Found(reader.TokenType)}; taken as absent.");
        reader.Skip();
        return default;
    }

    /// <summary>
    /// The texts for scalars are recorded; those for lists and structures are the same framework's, not seen for X-Ray.
    /// </summary>
    private static string Refusal(JsonTokenType token, string serviceKind) => token switch
    {
        JsonTokenType.StartObject => "Start of structure or map found where not expected.",
        JsonTokenType.StartArray => "Start of list found where not expected",
        JsonTokenType.String => $"STRING_VALUE can not be converted to {serviceKind}",
        JsonTokenType.Number => $"NUMBER_VALUE can not be converted to {serviceKind}",
        JsonTokenType.True => $"TRUE_VALUE can not be converted to {serviceKind}",
        _ => $"FALSE_VALUE can not be converted to {serviceKind}",
    };

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        _ => "a boolean",
    };
}
