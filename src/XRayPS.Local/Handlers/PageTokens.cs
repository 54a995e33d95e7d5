using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>
/// Page tokens: a place in a list, signed, so that a token cannot be made up. A place does not move when traces arrive.
/// </summary>
internal sealed class PageTokens(byte[] secret)
{
    private const int SignatureLength = 16;
    private const int HeadLength = 9;

    internal string Write(TraceOrder order, ScanPlace place)
    {
        byte[] id = Encoding.UTF8.GetBytes(place.Id);
        byte[] token = new byte[HeadLength + id.Length + SignatureLength];
        token[0] = (byte)order;
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(1), place.Position);
        id.CopyTo(token, HeadLength);
        Sign(token.AsSpan(0, HeadLength + id.Length)).CopyTo(token.AsSpan(HeadLength + id.Length));
        return Convert.ToBase64String(token).Replace('+', '-').Replace('/', '_').TrimEnd('=');
    }

    /// <summary>The place of a token; null without one.</summary>
    /// <exception cref="Refusal">The token is not one of this service's, or belongs to another kind of list.</exception>
    internal ScanPlace? Read(TraceOrder order, string? token)
    {
        if (token is null)
        {
            return null;
        }

        byte[] bytes = Decode(token);
        int signed = bytes.Length - SignatureLength;
        if (signed < HeadLength
            || bytes[0] != (byte)order
            || !CryptographicOperations.FixedTimeEquals(Sign(bytes.AsSpan(0, signed)), bytes.AsSpan(signed)))
        {
            throw Refusal.InvalidRequest($"Invalid token {token}");
        }

        return new ScanPlace(
            BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1)), Encoding.UTF8.GetString(bytes, HeadLength, signed - HeadLength));
    }

    private static byte[] Decode(string token)
    {
        string text = token.Replace('-', '+').Replace('_', '/');
        string padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
        return Convert.TryFromBase64String(padded, bytes, out int length) ? bytes[..length] : [];
    }

    private ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(secret, bytes).AsSpan(0, SignatureLength);
}
