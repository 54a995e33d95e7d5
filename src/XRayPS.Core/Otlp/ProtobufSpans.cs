namespace XRayPS.Core.Otlp;

/// <summary>
/// Reads the body of an OTLP trace request in protobuf. Field numbers are those of
/// https://github.com/open-telemetry/opentelemetry-proto; unknown fields are passed over.
/// </summary>
public static class ProtobufSpans
{
    /// <summary>Attribute values nested deeper than this are no attributes but an attack on the stack.</summary>
    internal const int MaxDepth = 64;

    /// <summary>The spans of a request, in its order.</summary>
    /// <param name="body">The body.</param>
    /// <exception cref="OtlpException">The body is no such request.</exception>
    public static List<OtlpSpan> Read(ReadOnlySpan<byte> body)
    {
        List<OtlpSpan> spans = [];
        WireReader request = new(body);
        while (request.Next(out int field))
        {
            if (field == 1)
            {
                ReadResourceSpans(request.Bytes(), spans);
            }
            else
            {
                request.Skip();
            }
        }

        return spans;
    }

    private static void ReadResourceSpans(ReadOnlySpan<byte> message, List<OtlpSpan> spans)
    {
        int first = spans.Count;
        RecordMap<object?> resource = [];
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            switch (field)
            {
                case 1: resource = ReadAttributes(reader.Bytes(), holder: 1); break;

                // 1000 is where the spans stood before scopes had their name.
                case 2 or 1000: ReadScopeSpans(reader.Bytes(), spans); break;
                default: reader.Skip(); break;
            }
        }

        for (int i = first; i < spans.Count; i++)
        {
            spans[i].Resource = resource;
        }
    }

    private static void ReadScopeSpans(ReadOnlySpan<byte> message, List<OtlpSpan> spans)
    {
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            if (field == 2)
            {
                spans.Add(ReadSpan(reader.Bytes()));
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static OtlpSpan ReadSpan(ReadOnlySpan<byte> message)
    {
        OtlpSpan span = new();
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            switch (field)
            {
                case 1: span.TraceId = OtlpIds.Of(reader.Bytes(), 16); break;
                case 2: span.SpanId = OtlpIds.Of(reader.Bytes(), 8); break;
                case 4: span.ParentSpanId = OtlpIds.Of(reader.Bytes(), 8) is { Length: > 0 } id ? id : null; break;
                case 5: span.Name = reader.Text(); break;
                case 6: span.Kind = OtlpIds.Kind((long)reader.Number()); break;
                case 7: span.StartNanoseconds = reader.Fixed(); break;
                case 8: span.EndNanoseconds = reader.Fixed(); break;
                case 9: AddPair(span.Attributes, reader.Bytes(), 0); break;
                case 11: span.Events.Add(ReadEvent(reader.Bytes())); break;
                case 13: span.Links.Add(ReadLink(reader.Bytes())); break;
                case 15: ReadStatus(span, reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }

        return span;
    }

    private static OtlpEvent ReadEvent(ReadOnlySpan<byte> message)
    {
        OtlpEvent occurrence = new();
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            switch (field)
            {
                case 1: occurrence.Nanoseconds = reader.Fixed(); break;
                case 2: occurrence.Name = reader.Text(); break;
                case 3: AddPair(occurrence.Attributes, reader.Bytes(), 0); break;
                default: reader.Skip(); break;
            }
        }

        return occurrence;
    }

    private static OtlpLink ReadLink(ReadOnlySpan<byte> message)
    {
        OtlpLink link = new();
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            switch (field)
            {
                case 1: link.TraceId = OtlpIds.Of(reader.Bytes(), 16); break;
                case 2: link.SpanId = OtlpIds.Of(reader.Bytes(), 8); break;
                case 4: AddPair(link.Attributes, reader.Bytes(), 0); break;
                default: reader.Skip(); break;
            }
        }

        return link;
    }

    private static void ReadStatus(OtlpSpan span, ReadOnlySpan<byte> message)
    {
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            switch (field)
            {
                case 2: span.StatusMessage = reader.Text(); break;
                case 3: span.IsError = reader.Number() == OtlpIds.ErrorStatus; break;
                default: reader.Skip(); break;
            }
        }
    }

    /// <summary>The pairs of a message that holds them in one field.</summary>
    private static RecordMap<object?> ReadAttributes(ReadOnlySpan<byte> message, int holder, int depth = 0)
    {
        RecordMap<object?> attributes = [];
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            if (field == holder)
            {
                AddPair(attributes, reader.Bytes(), depth);
            }
            else
            {
                reader.Skip();
            }
        }

        return attributes;
    }

    private static void AddPair(RecordMap<object?> attributes, ReadOnlySpan<byte> message, int depth)
    {
        string key = "";
        object? value = null;
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            switch (field)
            {
                case 1: key = reader.Text(); break;
                case 2: value = ReadValue(reader.Bytes(), depth); break;
                default: reader.Skip(); break;
            }
        }

        attributes[key] = value;
    }

    private static object? ReadValue(ReadOnlySpan<byte> message, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new OtlpException("An attribute's value is nested too deeply.");
        }

        object? value = null;
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            switch (field)
            {
                case 1: value = reader.Text(); break;
                case 2: value = reader.Number() != 0; break;
                case 3: value = (long)reader.Number(); break;
                case 4: value = BitConverter.UInt64BitsToDouble(reader.Fixed()); break;
                case 5: value = ReadList(reader.Bytes(), depth + 1); break;
                case 6: value = ReadAttributes(reader.Bytes(), holder: 1, depth + 1); break;
                case 7: value = Convert.ToBase64String(reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static RecordList<object?> ReadList(ReadOnlySpan<byte> message, int depth)
    {
        RecordList<object?> list = [];
        WireReader reader = new(message);
        while (reader.Next(out int field))
        {
            if (field == 1)
            {
                list.Add(ReadValue(reader.Bytes(), depth));
            }
            else
            {
                reader.Skip();
            }
        }

        return list;
    }
}
