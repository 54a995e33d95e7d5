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

    internal Task WriteAsync(string name, string value, CancellationToken cancellationToken) => writer.WriteAsync(
        new SmallJob(session => session.Execute("INSERT OR REPLACE INTO settings(name, value) VALUES($1, $2)", name, value)),
        cancellationToken);
}
