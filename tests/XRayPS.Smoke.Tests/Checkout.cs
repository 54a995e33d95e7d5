namespace XRayPS.Smoke.Tests;

/// <summary>Where things lie in the checkout that the tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Module => Path.Combine(Root, "out", "XRayPS");

    public static string Console { get; } = Path.Combine(
        Root, "src", "XRayPS.Console", "bin", Configuration(), "net10.0", "XRayPS.Console.dll");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "XRayPS.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run in a checkout.");
    }

    private static string Configuration() =>
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
}
