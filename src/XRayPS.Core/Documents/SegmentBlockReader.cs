using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>Reads the typed blocks of a segment. A block that is not of its kind is absent.</summary>
internal static class SegmentBlockReader
{
    internal static SegmentHttp? Http(ref Utf8JsonReader reader)
    {
        if (!IsObject(ref reader))
        {
            return null;
        }

        SegmentHttp http = new();
        while (NextMember(ref reader, out string name))
        {
            if (name is not ("request" or "response") || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            bool request = name == "request";
            while (NextMember(ref reader, out name))
            {
                ReadHttp(ref reader, http, name, request);
            }
        }

        return http;
    }

    internal static SegmentSql? Sql(ref Utf8JsonReader reader)
    {
        if (!IsObject(ref reader))
        {
            return null;
        }

        SegmentSql sql = new();
        while (NextMember(ref reader, out string name))
        {
            string? text = JsonValues.Text(ref reader);
            switch (name)
            {
                case "connection_string": sql.ConnectionString = text; break;
                case "url": sql.Url = text; break;
                case "sanitized_query": sql.SanitizedQuery = text; break;
                case "database_type": sql.DatabaseType = text; break;
                case "database_version": sql.DatabaseVersion = text; break;
                case "driver_version": sql.DriverVersion = text; break;
                case "user": sql.User = text; break;
                case "preparation": sql.Preparation = text; break;
            }
        }

        return sql;
    }

    internal static SegmentCause? Cause(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new SegmentCause { Reference = JsonValues.StringOf(ref reader) };
        }

        if (!IsObject(ref reader))
        {
            return null;
        }

        SegmentCause cause = new();
        while (NextMember(ref reader, out string name))
        {
            switch (name)
            {
                case "working_directory": cause.WorkingDirectory = JsonValues.Text(ref reader); break;
                case "paths": cause.Paths = JsonValues.Texts(ref reader); break;
                case "exceptions": cause.Exceptions = Exceptions(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return cause;
    }

    internal static RecordList<SegmentLink>? Links(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        RecordList<SegmentLink> links = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!IsObject(ref reader))
            {
                continue;
            }

            SegmentLink link = new();
            while (NextMember(ref reader, out string name))
            {
                switch (name)
                {
                    case "trace_id": link.TraceId = JsonValues.Text(ref reader); break;
                    case "id": link.Id = JsonValues.Text(ref reader); break;
                    case "attributes": link.Attributes = JsonValues.Map(ref reader); break;
                    default: reader.Skip(); break;
                }
            }

            links.Add(link);
        }

        return links;
    }

    private static void ReadHttp(ref Utf8JsonReader reader, SegmentHttp http, string name, bool request)
    {
        switch (name)
        {
            case "method" when request: http.Method = JsonValues.Text(ref reader); break;
            case "url" when request: http.Url = JsonValues.Text(ref reader); break;
            case "user_agent" when request: http.UserAgent = JsonValues.Text(ref reader); break;
            case "client_ip" when request: http.ClientIp = JsonValues.Text(ref reader); break;
            case "x_forwarded_for" when request: http.XForwardedFor = JsonValues.Flag(ref reader); break;
            case "traced" when request: http.Traced = JsonValues.Flag(ref reader); break;
            case "status" when !request: http.Status = JsonValues.Integer(ref reader); break;
            case "content_length" when !request: http.ContentLength = JsonValues.Whole(ref reader); break;
            default: reader.Skip(); break;
        }
    }

    private static RecordList<SegmentException> Exceptions(ref Utf8JsonReader reader)
    {
        RecordList<SegmentException> exceptions = [];
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return exceptions;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                exceptions.Add(new SegmentException { Reference = JsonValues.StringOf(ref reader) });
            }
            else if (IsObject(ref reader))
            {
                exceptions.Add(Exception(ref reader));
            }
        }

        return exceptions;
    }

    private static SegmentException Exception(ref Utf8JsonReader reader)
    {
        SegmentException exception = new();
        while (NextMember(ref reader, out string name))
        {
            switch (name)
            {
                case "id": exception.Id = JsonValues.Text(ref reader); break;
                case "type": exception.Type = JsonValues.Text(ref reader); break;
                case "message": exception.Message = JsonValues.Text(ref reader); break;
                case "remote": exception.Remote = JsonValues.Flag(ref reader); break;
                case "truncated": exception.Truncated = JsonValues.Integer(ref reader); break;
                case "skipped": exception.Skipped = JsonValues.Integer(ref reader); break;
                case "cause": exception.Cause = JsonValues.Text(ref reader); break;
                case "stack": exception.Stack = Stack(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return exception;
    }

    private static RecordList<SegmentStackFrame>? Stack(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        RecordList<SegmentStackFrame> stack = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!IsObject(ref reader))
            {
                continue;
            }

            SegmentStackFrame frame = new();
            while (NextMember(ref reader, out string name))
            {
                switch (name)
                {
                    case "path": frame.Path = JsonValues.Text(ref reader); break;
                    case "line": frame.Line = JsonValues.Integer(ref reader); break;
                    case "label": frame.Label = JsonValues.Text(ref reader); break;
                    default: reader.Skip(); break;
                }
            }

            stack.Add(frame);
        }

        return stack;
    }

    private static bool IsObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    private static bool NextMember(ref Utf8JsonReader reader, out string name)
    {
        name = "";
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        name = BlockNames.Find(ref reader);
        reader.Read();
        return true;
    }
}
