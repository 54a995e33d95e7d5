namespace XRayPS.Bench.Support;

/// <summary>A database's path that nobody else has; disposing removes what came of it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    internal string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"xrayps-bench-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        string folder = System.IO.Path.GetDirectoryName(Path)!;
        foreach (string file in Directory.GetFiles(folder, System.IO.Path.GetFileName(Path) + "*"))
        {
            File.Delete(file);
        }
    }
}
