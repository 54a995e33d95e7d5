using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace XRayPS.Module.Tests;

/// <summary>Where the staged module is, and the hook that lets the tests' own references resolve to it.</summary>
internal static class StagedModule
{
    /// <summary>The folder out/XRayPS, with a separator at its end.</summary>
    internal static string Folder { get; } = typeof(StagedModule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ModuleStage").Value!;

    /// <summary>The staged manifest.</summary>
    internal static string Manifest => Path.Combine(Folder, "XRayPS.psd1");

#pragma warning disable CA2255 // The module must be resolvable before the first test's types are loaded.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        name.Name is "XRayPS" or "XRayPS.Core"
            ? context.LoadFromAssemblyPath(Path.Combine(Folder, name.Name + ".dll"))
            : null;
}
