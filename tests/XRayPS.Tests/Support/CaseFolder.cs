namespace XRayPS.Tests.Support;

/// <summary>The data that tests replay.</summary>
public static class CaseFolder
{
    /// <summary>The path of a file under tests/Cases.</summary>
    public static string File(params string[] parts) => Path.Combine([Root(), "tests", "Cases", .. parts]);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "XRayPS.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
