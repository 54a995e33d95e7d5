namespace XRayPS.Local.Storage;

/// <summary>One change of the database. Changes that wait at the same time share a commit.</summary>
internal abstract class WriteJob
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the change is committed.</summary>
    internal Task Done => _done.Task;

    /// <summary>Rows that it writes, roughly: the measure of a commit's size.</summary>
    internal virtual int Weight => 1;

    /// <summary>Makes the change inside a transaction. It may be called again after a rollback.</summary>
    internal abstract void Apply(Session session);

    internal void Complete() => _done.TrySetResult();

    internal void Fail(Exception failure) => _done.TrySetException(failure);
}

/// <summary>A change that is a few statements.</summary>
internal sealed class SmallJob(Action<Session> apply) : WriteJob
{
    internal override void Apply(Session session) => apply(session);
}
