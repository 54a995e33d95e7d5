using System.Buffers.Binary;
using System.Text;

namespace XRayPS.Core.Otlp;

/// <summary>
/// Reads the fields of one protobuf message without copying. The encoding is small
/// (https://protobuf.dev/programming-guides/encoding/), and reading it in place needs neither generated classes nor a
/// package in Core.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _rest = message;
    private int _type;

    /// <summary>Goes to the next field; its value has to be read or skipped then.</summary>
    internal bool Next(out int field)
    {
        field = 0;
        if (_rest.IsEmpty)
        {
            return false;
        }

        ulong tag = ReadVarint();
        _type = (int)(tag & 7);
        ulong number = tag >> 3;
        if (number is 0 or > 0x1FFFFFFF)
        {
            throw Broken("a field number is out of range");
        }

        field = (int)number;
        return true;
    }

    /// <summary>The bytes of a text, of bytes or of an embedded message.</summary>
    internal ReadOnlySpan<byte> Bytes()
    {
        Demand(Delimited);
        return TakeDelimited();
    }

    internal string Text()
    {
        try
        {
            return s_utf8.GetString(Bytes());
        }
        catch (DecoderFallbackException)
        {
            throw Broken("a text is not UTF-8");
        }
    }

    internal ulong Number()
    {
        Demand(Varint);
        return ReadVarint();
    }

    internal ulong Fixed()
    {
        Demand(Fixed64);
        return BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
    }

    /// <summary>Passes over a field that the reader does not know.</summary>
    internal void Skip()
    {
        switch (_type)
        {
            case Varint: ReadVarint(); break;
            case Fixed64: Take(8); break;
            case Delimited: TakeDelimited(); break;
            case Fixed32: Take(4); break;
            default: throw Broken("a field has a wire type that is not in use");
        }
    }

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static OtlpException Broken(string what) => new($"The body is no protobuf of an OTLP trace request: {what}.");

    private readonly void Demand(int type)
    {
        if (_type != type)
        {
            throw Broken("a known field has another type");
        }
    }

    private ReadOnlySpan<byte> TakeDelimited()
    {
        ulong length = ReadVarint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw Broken("it ends within a field");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw Broken("it ends within a field");
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (int i = 0; i < 10; i++)
        {
            if (i >= _rest.Length)
            {
                throw Broken("it ends within a number");
            }

            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw Broken("a number is too long");
    }
}
