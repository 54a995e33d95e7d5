namespace XRayPS.Local.Storage;

/// <summary>A connection for a while. Disposing it gives it back.</summary>
internal readonly struct Lease(Session session, Action giveBack) : IDisposable
{
    internal Session Session { get; } = session;

    public void Dispose() => giveBack();
}
