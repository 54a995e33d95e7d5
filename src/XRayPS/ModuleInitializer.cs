using System.Management.Automation;
using XRayPS.Session;

namespace XRayPS;

/// <summary>What happens when the module comes and goes.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Nothing is loaded or started: an import costs milliseconds.</summary>
    public void OnImport()
    {
    }

    /// <summary>Stops the local services and lets go of clients and connection.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        LocalServices.StopAll();
        XRaySession.Reset();
        ClientCache.Shared.Clear();
    }
}
