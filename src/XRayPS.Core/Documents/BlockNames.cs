using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>The member names of the typed blocks, so that reading one makes no new string.</summary>
internal static class BlockNames
{
    private static readonly Dictionary<long, string> s_names = Index(
    [
        "request", "response", "method", "url", "user_agent", "client_ip", "x_forwarded_for", "traced", "status",
        "content_length", "connection_string", "sanitized_query", "database_type", "database_version", "driver_version",
        "user", "preparation", "working_directory", "paths", "exceptions", "trace_id", "id", "attributes", "type", "message",
        "remote", "truncated", "skipped", "cause", "stack", "path", "line", "label",
    ]);

    /// <summary>The name that the reader stands on.</summary>
    internal static string Find(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped
            && s_names.TryGetValue(Key(reader.ValueSpan), out string? known)
            && reader.ValueTextEquals(known))
        {
            return known;
        }

        return JsonValues.StringOf(ref reader);
    }

    private static Dictionary<long, string> Index(string[] names) =>
        names.ToDictionary(name => Key(System.Text.Encoding.ASCII.GetBytes(name)));

    /// <summary>Length, first, middle and last letter tell the known names apart; a clash would fail when the table is made.</summary>
    private static long Key(ReadOnlySpan<byte> name) => name.Length < 2
        ? name.Length
        : ((long)name.Length << 24) | ((long)name[0] << 16) | ((long)name[name.Length / 2] << 8) | name[^1];
}
