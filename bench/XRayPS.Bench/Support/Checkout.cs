namespace XRayPS.Bench.Support;

/// <summary>Places in the checkout that this program was built in.</summary>
internal static class Checkout
{
    internal static string Root { get; } = Find();

    /// <summary>The manifest of the module as the build stages it.</summary>
    internal static string Manifest => Path.Combine(Root, "out", "XRayPS", "XRayPS.psd1");

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "XRayPS.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("This program runs in the checkout that it was built in.");
    }
}
