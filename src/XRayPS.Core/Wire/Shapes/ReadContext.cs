namespace XRayPS.Core.Wire;

/// <summary>
/// How strictly JSON is read. The service refuses a value of the wrong kind (observed); a client takes it as absent and
/// says so, because emulators and later versions of the service differ in details.
/// </summary>
public sealed class ReadContext
{
    private readonly Action<string>? _note;

    private ReadContext(bool strict, Action<string>? note)
    {
        Strict = strict;
        _note = note;
    }

    /// <summary>The service's way: <see cref="SerializationFailure"/> for a wrong kind.</summary>
    public static ReadContext Service { get; } = new(strict: true, note: null);

    /// <summary>The client's way, without notes.</summary>
    public static ReadContext Client { get; } = new(strict: false, note: null);

    /// <summary>Whether a wrong kind is an error.</summary>
    internal bool Strict { get; }

    /// <summary>The client's way; what was taken as absent is said.</summary>
    /// <param name="note">Takes a sentence for each value that was passed over.</param>
    public static ReadContext ClientWithNotes(Action<string> note) => new(strict: false, note);

    internal void Note(string sentence) => _note?.Invoke(sentence);
}
