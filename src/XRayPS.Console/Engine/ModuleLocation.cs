namespace XRayPS.Console.Engine;

/// <summary>
/// Where the module lies: beside the program (<c>XRayPS/</c>), or in <c>out/XRayPS</c> of the checkout that the
/// program was built in.
/// </summary>
public static class ModuleLocation
{
    private const string Manifest = "XRayPS.psd1";

    /// <summary>The path of the module's manifest, or null when there is none.</summary>
    /// <param name="start">The folder of this program.</param>
    public static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string beside = Path.Combine(folder.FullName, "XRayPS", Manifest);
            string staged = Path.Combine(folder.FullName, "out", "XRayPS", Manifest);
            if (File.Exists(beside))
            {
                return beside;
            }

            if (File.Exists(staged))
            {
                return staged;
            }
        }

        return null;
    }
}
