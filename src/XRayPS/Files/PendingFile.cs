using System.Text;

namespace XRayPS.Files;

/// <summary>
/// A text file that is there when it is complete. Until then it is written beside its place, so that who stops halfway
/// loses nothing and finds no half of a file.
/// </summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string _path;
    private readonly string _beside;
    private bool _done;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its full path; the folder must be there.</param>
    internal PendingFile(string path)
    {
        _path = path;
        _beside = $"{path}.{Guid.NewGuid():N}.part";
        Writer = new StreamWriter(_beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Where the text goes.</summary>
    internal StreamWriter Writer { get; }

    /// <summary>Puts the file in its place.</summary>
    /// <param name="replace">Whether a file that is there is replaced.</param>
    internal void Complete(bool replace)
    {
        Writer.Dispose();
        File.Move(_beside, _path, replace);
        _done = true;
    }

    public void Dispose()
    {
        if (_done)
        {
            return;
        }

        Writer.Dispose();
        File.Delete(_beside);
        _done = true;
    }
}
