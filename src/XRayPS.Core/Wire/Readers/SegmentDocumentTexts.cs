using System.Buffers;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>
/// Takes the documents out of a PutTraceSegments request as the UTF-8 that they are stored as, with no string between.
/// Only the request that every client writes is read; about all others the shape decides.
/// </summary>
public static class SegmentDocumentTexts
{
    /// <summary>The documents of a request.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <returns>The documents; null when the request has another form or a text that is not well-formed.</returns>
    public static List<byte[]>? Read(ReadOnlySpan<byte> body)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            Utf8JsonReader reader = new(body);
            return Read(ref reader, buffer);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<byte[]>? Read(ref Utf8JsonReader reader, byte[] buffer)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject
            || !reader.Read() || !reader.ValueTextEquals("TraceSegmentDocuments"u8)
            || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        List<byte[]> documents = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            int length = reader.CopyString(buffer);
            documents.Add(buffer.AsSpan(0, length).ToArray());
        }

        return reader.TokenType == JsonTokenType.EndArray
            && reader.Read() && reader.TokenType == JsonTokenType.EndObject && !reader.Read()
            ? documents
            : null;
    }
}
