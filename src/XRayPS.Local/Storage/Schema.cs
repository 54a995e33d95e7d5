using System.Globalization;

namespace XRayPS.Local.Storage;

/// <summary>
/// The tables. A change of format is a further step at the end of the list; a file of an older version takes the steps
/// that it lacks when it is opened. Instants are UTC ticks.
/// </summary>
internal static class Schema
{
    /// <summary>Marks a file as one of ours: "XRPS".</summary>
    internal const int ApplicationId = 0x58525053;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE traces(
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            last_received INTEGER NOT NULL,
            stale INTEGER NOT NULL DEFAULT 1,
            start INTEGER,
            first_end INTEGER,
            last_end INTEGER);
        CREATE INDEX traces_by_start ON traces(start DESC, id) WHERE start IS NOT NULL;
        CREATE INDEX traces_by_receipt ON traces(last_received DESC, id);
        CREATE INDEX traces_by_end ON traces(last_end DESC, id, first_end) WHERE last_end IS NOT NULL;
        CREATE INDEX traces_stale ON traces(key) WHERE stale = 1;

        CREATE TABLE summaries(trace INTEGER PRIMARY KEY, body BLOB NOT NULL, ends BLOB NOT NULL);

        CREATE TABLE documents(
            seq INTEGER PRIMARY KEY,
            trace INTEGER NOT NULL,
            received INTEGER NOT NULL,
            call INTEGER NOT NULL,
            body BLOB NOT NULL);
        CREATE INDEX documents_by_trace ON documents(trace);
        CREATE INDEX documents_by_receipt ON documents(received, trace);
        """,
    ];

    /// <summary>The format that this version writes.</summary>
    internal static long Version => Steps.Length;

    /// <summary>Refuses a file that is not ours or too new, before anything in it is touched.</summary>
    /// <param name="session">The database.</param>
    /// <param name="path">Its file, for errors.</param>
    internal static void Check(Session session, string path)
    {
        long application = (long)session.Scalar("PRAGMA application_id")!;
        long version = (long)session.Scalar("PRAGMA user_version")!;
        bool hasTables = session.Scalar("SELECT 1 FROM sqlite_master LIMIT 1") is not null;
        if (application != ApplicationId && (application != 0 || version != 0 || hasTables))
        {
            throw StoreFailure.NoDatabase(path);
        }

        if (version > Version)
        {
            throw StoreFailure.Newer(path, version, Version);
        }
    }

    /// <summary>Brings a database to this version.</summary>
    internal static void Migrate(Session session)
    {
        for (long step = (long)session.Scalar("PRAGMA user_version")!; step < Version; step++)
        {
            session.Execute("BEGIN IMMEDIATE");
            session.Execute(Steps[step]);
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step + 1}"));
            session.Execute("COMMIT");
        }
    }
}
