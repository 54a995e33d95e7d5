using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace XRayPS.Local.Storage;

/// <summary>Reads stored documents.</summary>
internal static class DocumentRows
{
    /// <summary>The documents of a trace, in the order of receipt.</summary>
    internal static TraceRows Of(Session session, long key)
    {
        TraceRows trace = new();
        using SqliteDataReader rows = session
            .Command("SELECT received, call, body FROM documents WHERE trace = $1 ORDER BY seq", key)
            .ExecuteReader();
        while (rows.Read())
        {
            trace.Add(rows.GetInt64(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2));
        }

        return trace;
    }

    /// <summary>The documents of several traces.</summary>
    internal static List<(string Id, TraceRows Rows)> Of(Session session, ReadOnlySpan<long> keys)
    {
        List<(string Id, TraceRows Rows)> traces = [];
        using SqliteDataReader rows = session.Command(
            """
            SELECT t.id, d.received, d.call, d.body
            FROM json_each($1) j CROSS JOIN traces t ON t.key = j.value CROSS JOIN documents d ON d.trace = t.key
            ORDER BY j.rowid, d.seq
            """,
            JsonSerializer.Serialize(keys.ToArray())).ExecuteReader();
        while (rows.Read())
        {
            string id = rows.GetString(0);
            if (traces.Count == 0 || traces[^1].Id != id)
            {
                traces.Add((id, new TraceRows()));
            }

            traces[^1].Rows.Add(rows.GetInt64(1), rows.GetInt64(2), rows.GetFieldValue<byte[]>(3));
        }

        return traces;
    }
}
