using Microsoft.Data.Sqlite;
using XRayPS.Core.Documents;

namespace XRayPS.Local.Storage;

/// <summary>Stored documents as trees again.</summary>
internal static class DocumentRows
{
    /// <summary>The documents of a trace, in the order of receipt.</summary>
    internal static List<ReceivedDocument> Of(Session session, long key)
    {
        List<ReceivedDocument> documents = [];
        using SqliteDataReader rows = session
            .Command("SELECT received, call, body FROM documents WHERE trace = $1 ORDER BY seq", key)
            .ExecuteReader();
        while (rows.Read())
        {
            if (Read(rows, 0) is { } document)
            {
                documents.Add(document);
            }
        }

        return documents;
    }

    /// <summary>A document from the columns received, call and body; null when this version cannot read it.</summary>
    internal static ReceivedDocument? Read(SqliteDataReader rows, int column) =>
        SegmentReader.TryRead(rows.GetFieldValue<byte[]>(column + 2), out SegmentDocument? document, out _)
            ? new ReceivedDocument(document, new DateTimeOffset(rows.GetInt64(column), TimeSpan.Zero), rows.GetInt64(column + 1))
            : null;
}
