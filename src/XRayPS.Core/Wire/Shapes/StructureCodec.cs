using System.Text.Json;

namespace XRayPS.Core.Wire;

internal sealed class StructureCodec<TRecord>(Func<Shape<TRecord>> shape) : ValueCodec<TRecord>
    where TRecord : class, new()
{
    internal override TRecord? Read(ref Utf8JsonReader reader, ReadContext context, string where)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return context.Strict && reader.TokenType != JsonTokenType.StartArray
                ? throw new SerializationFailure("Expected structure or map or null")
                : WrongKind(ref reader, context, where, "an object", "a Structure");
        }

        return shape().ReadObject(ref reader, context);
    }

    internal override void Write(Utf8JsonWriter writer, TRecord value, WriteStyle style) => shape().Write(writer, value, style);

    internal override void Validate(TRecord value, string path, List<string> violations) =>
        shape().Validate(value, path + ".", violations);
}
