using System.Buffers;
using System.Text.Json;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Http;

/// <summary>A finished answer: status, body and, for an error, its type.</summary>
internal readonly record struct Answer(int Status, byte[] Body, string? ErrorType = null, string ContentType = Answer.Json)
{
    internal const string Json = "application/json";

    /// <summary>
    /// What the real service sends for a route that it does not have: success, with the type inside the body (observed).
    /// </summary>
    internal static Answer UnknownRoute { get; } = new(
        200, """{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"""u8.ToArray());

    /// <summary>For a person who opens the address in a browser.</summary>
    internal static Answer Greeting { get; } = new(
        200,
        "XRayPS: a local AWS X-Ray. Point an X-Ray client's endpoint here; every operation is a POST.\n"u8.ToArray(),
        ContentType: "text/plain; charset=utf-8");

    internal static Answer Of(ServiceError error)
    {
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter writer = new(buffer, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString(MessageMember(error.Code), error.Message);
            if (error.ResourceName is not null)
            {
                writer.WriteString("ResourceName", error.ResourceName);
            }

            writer.WriteEndObject();
        }

        return new Answer(error.StatusCode, buffer.WrittenSpan.ToArray(), error.Code);
    }

    /// <summary>The framework in front of the service writes a lowercase member, the service itself a capital one (observed).</summary>
    private static string MessageMember(string code) =>
        code is ErrorCodes.Validation or ErrorCodes.InternalFailure ? "message" : "Message";
}
