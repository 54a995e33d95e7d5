using System.Reflection;
using System.Text;

namespace XRayPS.Core.Rendering;

/// <summary>Texts that are part of the assembly: style sheets and scripts of what is drawn.</summary>
internal static class Resources
{
    /// <summary>A text by its path in the project, with lines ended by LF wherever it was built.</summary>
    /// <param name="path">The path, with slashes.</param>
    internal static string Read(string path)
    {
        using Stream stream = typeof(Resources).GetTypeInfo().Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The assembly has no resource {path}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
