using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>Writes the typed blocks of a segment.</summary>
internal static class SegmentBlockWriter
{
    internal static void Http(JsonParts json, SegmentHttp? http)
    {
        if (http is null)
        {
            return;
        }

        Utf8JsonWriter writer = json.Writer;
        bool? traced = json.Processed ? null : http.Traced;
        writer.WriteStartObject("http"u8);
        if (http.Method is not null || http.Url is not null || http.UserAgent is not null || http.ClientIp is not null
            || http.XForwardedFor is not null || traced is not null)
        {
            writer.WriteStartObject("request"u8);
            json.Text("url"u8, http.Url);
            json.Text("method"u8, http.Method);
            json.Text("user_agent"u8, http.UserAgent);
            json.Text("client_ip"u8, http.ClientIp);
            json.Flag("x_forwarded_for"u8, http.XForwardedFor);
            json.Flag("traced"u8, traced);
            writer.WriteEndObject();
        }

        if (http.Status is not null || http.ContentLength is not null)
        {
            writer.WriteStartObject("response"u8);
            json.Whole("status"u8, http.Status);
            json.Whole("content_length"u8, http.ContentLength);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    internal static void Sql(JsonParts json, SegmentSql? sql)
    {
        if (sql is null)
        {
            return;
        }

        json.Writer.WriteStartObject("sql"u8);
        json.Text("connection_string"u8, sql.ConnectionString);
        json.Text("url"u8, sql.Url);
        json.Text("sanitized_query"u8, sql.SanitizedQuery);
        json.Text("database_type"u8, sql.DatabaseType);
        json.Text("database_version"u8, sql.DatabaseVersion);
        json.Text("driver_version"u8, sql.DriverVersion);
        json.Text("user"u8, sql.User);
        json.Text("preparation"u8, sql.Preparation);
        json.Writer.WriteEndObject();
    }

    internal static void Cause(JsonParts json, SegmentCause? cause)
    {
        if (cause is null)
        {
            return;
        }

        if (cause.Reference is not null)
        {
            json.Text("cause"u8, cause.Reference);
            return;
        }

        Utf8JsonWriter writer = json.Writer;
        writer.WriteStartObject("cause"u8);
        json.Text("working_directory"u8, cause.WorkingDirectory);
        json.Texts("paths"u8, cause.Paths);
        if (cause.Exceptions.Count > 0)
        {
            writer.WriteStartArray("exceptions"u8);
            foreach (SegmentException exception in cause.Exceptions)
            {
                Exception(json, exception);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static void Links(JsonParts json, RecordList<SegmentLink>? links)
    {
        if (links is null)
        {
            return;
        }

        json.Writer.WriteStartArray("links"u8);
        foreach (SegmentLink link in links)
        {
            json.Writer.WriteStartObject();
            json.Text("trace_id"u8, link.TraceId);
            json.Text("id"u8, link.Id);
            json.Map("attributes"u8, link.Attributes);
            json.Writer.WriteEndObject();
        }

        json.Writer.WriteEndArray();
    }

    private static void Exception(JsonParts json, SegmentException exception)
    {
        Utf8JsonWriter writer = json.Writer;
        if (exception.Reference is not null)
        {
            writer.WriteStringValue(exception.Reference);
            return;
        }

        writer.WriteStartObject();
        json.Text("id"u8, exception.Id);
        json.Text("message"u8, exception.Message);
        json.Text("type"u8, exception.Type);
        json.Flag("remote"u8, exception.Remote);
        json.Whole("truncated"u8, exception.Truncated);
        json.Whole("skipped"u8, exception.Skipped);
        json.Text("cause"u8, exception.Cause);
        if (exception.Stack is { } stack && (stack.Count > 0 || !json.Processed))
        {
            writer.WriteStartArray("stack"u8);
            foreach (SegmentStackFrame frame in stack)
            {
                writer.WriteStartObject();
                json.Text("path"u8, frame.Path);
                json.Whole("line"u8, frame.Line);
                json.Text("label"u8, frame.Label);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
