using Microsoft.Data.Sqlite;

namespace XRayPS.Local.Storage;

/// <summary>Small things that are kept by name, each a text.</summary>
internal sealed class SettingStore(Database database, Writer writer)
{
    /// <summary>The value, or null.</summary>
    internal string? Read(string name)
    {
        using Lease lease = database.Read();
        return lease.Session.Scalar("SELECT value FROM settings WHERE name = $1", name) as string;
    }

    /// <summary>Names and values of all settings whose name begins so, by name.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix)
    {
        using Lease lease = database.Read();
        using SqliteDataReader rows = lease.Session.Command(
            "SELECT name, value FROM settings WHERE name >= $1 AND name < $2 ORDER BY name",
            prefix, prefix + char.MaxValue).ExecuteReader();
        List<KeyValuePair<string, string>> found = [];
        while (rows.Read())
        {
            found.Add(new KeyValuePair<string, string>(rows.GetString(0), rows.GetString(1)));
        }

        return found;
    }

    internal Task RemoveAsync(string name, CancellationToken cancellationToken) => writer.WriteAsync(
        new SmallJob(session => session.Execute("DELETE FROM settings WHERE name = $1", name)), cancellationToken);

    internal Task WriteAsync(string name, string value, CancellationToken cancellationToken) => writer.WriteAsync(
        new SmallJob(session => session.Execute("INSERT OR REPLACE INTO settings(name, value) VALUES($1, $2)", name, value)),
        cancellationToken);
}
