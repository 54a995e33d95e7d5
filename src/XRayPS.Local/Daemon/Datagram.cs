using System.Text.Json;

namespace XRayPS.Local.Daemon;

/// <summary>
/// A datagram of the X-Ray daemon's protocol: a JSON header, a line feed, a document. See
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html.
/// </summary>
internal static class Datagram
{
    /// <summary>The document of a datagram, as it is; the daemon does not look into it either.</summary>
    /// <param name="datagram">What was received.</param>
    /// <param name="document">What follows the first line feed.</param>
    /// <returns>False when the header is not one of format json, version 1, or nothing follows it.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> datagram, out ReadOnlySpan<byte> document)
    {
        int end = datagram.IndexOf((byte)'\n');
        document = end < 0 ? default : datagram[(end + 1)..];
        return !document.IsEmpty && IsHeader(datagram[..end]);
    }

    private static bool IsHeader(ReadOnlySpan<byte> header)
    {
        try
        {
            Utf8JsonReader reader = new(header);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadMembers(ref reader);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool ReadMembers(ref Utf8JsonReader reader)
    {
        bool format = false;
        bool version = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFormat = reader.ValueTextEquals("format");
            bool isVersion = reader.ValueTextEquals("version");
            reader.Read();
            if (isFormat)
            {
                format = reader.TokenType == JsonTokenType.String
                    && string.Equals(reader.GetString(), "json", StringComparison.OrdinalIgnoreCase);
            }
            else if (isVersion)
            {
                version = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) && number == 1;
            }
            else
            {
                reader.Skip();
            }
        }

        return format && version;
    }
}
