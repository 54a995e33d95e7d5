namespace XRayPS.Local.Storage;

/// <summary>Deletes a portion of the traces whose last document came before an instant, in ticks.</summary>
internal sealed class PurgeJob(long cut) : WriteJob
{
    private const string Portion = "SELECT key FROM traces WHERE last_received < $1 ORDER BY last_received, id LIMIT 2000";

    /// <summary>How many traces went; 0 when there was none left.</summary>
    internal int Removed { get; private set; }

    internal override void Apply(Session session)
    {
        session.Execute($"DELETE FROM documents WHERE trace IN ({Portion})", cut);
        session.Execute($"DELETE FROM summaries WHERE trace IN ({Portion})", cut);
        Removed = session.Execute($"DELETE FROM traces WHERE key IN ({Portion})", cut);
    }
}
