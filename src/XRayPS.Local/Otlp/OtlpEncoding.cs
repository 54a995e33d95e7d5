using System.Text;
using System.Text.Json;
using XRayPS.Core.Otlp;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Otlp;

/// <summary>One of OTLP's two encodings; the answer has that of the request.</summary>
internal sealed class OtlpEncoding
{
    private readonly string _contentType;
    private readonly Func<ReadOnlyMemory<byte>, List<OtlpSpan>> _read;

    private OtlpEncoding(string contentType, Func<ReadOnlyMemory<byte>, List<OtlpSpan>> read)
    {
        _contentType = contentType;
        _read = read;
    }

    internal static OtlpEncoding Json { get; } = new("application/json", JsonSpans.Read);

    internal static OtlpEncoding Protobuf { get; } = new("application/x-protobuf", static body => ProtobufSpans.Read(body.Span));

    /// <summary>The encoding of a content type; null for any other.</summary>
    internal static OtlpEncoding? Of(string? contentType)
    {
        string type = (contentType ?? "").Split(';')[0].Trim();
        return type.Equals(Json._contentType, StringComparison.OrdinalIgnoreCase) ? Json
            : type.Equals(Protobuf._contentType, StringComparison.OrdinalIgnoreCase) ? Protobuf
            : null;
    }

    internal List<OtlpSpan> Read(ReadOnlyMemory<byte> body) => _read(body);

    /// <summary>The answer to a request that was taken, in whole (an empty message) or in part.</summary>
    internal Answer Success(int rejected, string reason)
    {
        if (this == Json)
        {
            return new Answer(200, WriteJson(writer =>
            {
                if (rejected > 0)
                {
                    writer.WriteStartObject("partialSuccess");

                    // 64-bit numbers are texts in protobuf's JSON.
                    writer.WriteString("rejectedSpans", rejected.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    writer.WriteString("errorMessage", reason);
                    writer.WriteEndObject();
                }
            }));
        }

        List<byte> answer = [];
        if (rejected > 0)
        {
            List<byte> partial = [];
            Tag(partial, 1, 0);
            Number(partial, (ulong)rejected);
            Text(partial, 2, reason);
            Delimited(answer, 1, [.. partial]);
        }

        return new Answer(200, [.. answer], ContentType: _contentType);
    }

    /// <summary>The answer to a request that was not taken: google.rpc.Status, with its text.</summary>
    internal Answer Failure(int status, string message)
    {
        const int InvalidArgument = 3;
        if (this == Json)
        {
            return new Answer(status, WriteJson(writer =>
            {
                writer.WriteNumber("code", InvalidArgument);
                writer.WriteString("message", message);
            }));
        }

        List<byte> answer = [];
        Tag(answer, 1, 0);
        Number(answer, InvalidArgument);
        Text(answer, 2, message);
        return new Answer(status, [.. answer], ContentType: _contentType);
    }

    private static byte[] WriteJson(Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Text(List<byte> message, int field, string text) => Delimited(message, field, Encoding.UTF8.GetBytes(text));

    private static void Delimited(List<byte> message, int field, byte[] value)
    {
        Tag(message, field, 2);
        Number(message, (ulong)value.Length);
        message.AddRange(value);
    }

    private static void Tag(List<byte> message, int field, int type) => Number(message, (ulong)((field << 3) | type));

    private static void Number(List<byte> message, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            message.Add((byte)(value | 0x80));
        }

        message.Add((byte)value);
    }
}
