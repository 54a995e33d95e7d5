using System.Reflection;
using XRayPS.Core.Ports;

namespace XRayPS.Loading;

/// <summary>
/// The one factory that loads Client and Local, each on first use, and hands them out as Core's interfaces. Importing the
/// module touches neither.
/// </summary>
internal static class PrivateServices
{
    private static readonly Lazy<PrivateLoadContext> Context = new(static () => new PrivateLoadContext(Folder));

    private static readonly Lazy<IXRayClientFactory> ClientFactory =
        new(static () => Create<IXRayClientFactory>("XRayPS.Client"));

    private static readonly Lazy<ILocalServiceFactory> LocalFactory =
        new(static () => Create<ILocalServiceFactory>("XRayPS.Local"));

    /// <summary>Makes clients.</summary>
    internal static IXRayClientFactory Client => ClientFactory.Value;

    /// <summary>Starts local services.</summary>
    internal static ILocalServiceFactory Local => LocalFactory.Value;

    private static string Folder =>
        Path.Combine(Path.GetDirectoryName(typeof(PrivateServices).Assembly.Location)!, "Dependencies");

    private static TPort Create<TPort>(string assemblyName)
        where TPort : class
    {
        Assembly assembly = Context.Value.LoadFromAssemblyPath(Path.Combine(Folder, assemblyName + ".dll"));
        Type maker = assembly.GetTypes().Single(static type => type.IsClass && typeof(TPort).IsAssignableFrom(type));
        return (TPort)Activator.CreateInstance(maker, nonPublic: true)!;
    }
}
