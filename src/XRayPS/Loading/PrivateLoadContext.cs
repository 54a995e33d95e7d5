using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace XRayPS.Loading;

/// <summary>
/// Where Client, Local, the AWS SDK and SQLite live. Other modules bring their own builds of the AWS SDK under one
/// assembly version, so that sharing a copy would depend on the order of imports.
/// </summary>
internal sealed class PrivateLoadContext(string folder) : AssemblyLoadContext("XRayPS")
{
    /// <summary>The assemblies of the front, which all contexts must share for types to be the same.</summary>
    private static readonly Assembly[] Front =
        [typeof(PrivateLoadContext).Assembly, typeof(Core.Ports.IXRayClient).Assembly];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        Assembly? own = Array.Find(Front, assembly => assembly.GetName().Name == assemblyName.Name);
        if (own is not null)
        {
            return own;
        }

        string path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (string runtime in Runtimes())
        {
            string path = Path.Combine(folder, "runtimes", runtime, "native", FileName(unmanagedDllName));
            if (File.Exists(path))
            {
                return LoadUnmanagedDllFromPath(path);
            }
        }

        return 0;
    }

    private static string FileName(string library)
    {
        if (OperatingSystem.IsWindows())
        {
            return library + ".dll";
        }

        return OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";
    }

    /// <summary>The runtime's own name first: it alone tells musl from glibc.</summary>
    private static IEnumerable<string> Runtimes()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string own = RuntimeInformation.RuntimeIdentifier;
        yield return own;
        if (OperatingSystem.IsWindows())
        {
            yield return "win-" + architecture;
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return "osx-" + architecture;
        }
        else
        {
            bool musl = own.Contains("musl", StringComparison.Ordinal) || own.StartsWith("alpine", StringComparison.Ordinal);
            yield return (musl ? "linux-musl-" : "linux-") + architecture;
        }
    }
}
