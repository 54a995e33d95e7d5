using System.Text.Json;
using System.Text.Json.Serialization;

namespace XRayPS.Tests.Wire;

/// <summary>Maps of records as JSON objects.</summary>
internal sealed class RecordMapConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(RecordMap<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<RecordMap<T>>
    {
        public override RecordMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            RecordMap<T> map = [];
            foreach ((string key, T value) in JsonSerializer.Deserialize<Dictionary<string, T>>(ref reader, options)!)
            {
                map[key] = value;
            }

            return map;
        }

        public override void Write(Utf8JsonWriter writer, RecordMap<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToDictionary(entry => entry.Key, entry => entry.Value), options);
    }
}
