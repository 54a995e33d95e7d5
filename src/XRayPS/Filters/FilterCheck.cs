using System.Management.Automation;
using XRayPS.Core.Filters;
using XRayPS.Errors;

namespace XRayPS.Filters;

/// <summary>Checks a filter expression before it is sent.</summary>
internal static class FilterCheck
{
    /// <summary>
    /// Refuses what X-Ray is known to refuse. What only this module would refuse goes on its way with a warning: nobody
    /// knows what X-Ray makes of it.
    /// </summary>
    internal static void Run(Cmdlet cmdlet, string? expression, bool skip)
    {
        if (skip || Filter.TryParse(expression, out _, out FilterError? error))
        {
            return;
        }

        if (error.IsCertain)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.BadFilter(error));
        }

        cmdlet.WriteWarning($"X-Ray may refuse this filter expression. {error.Render()}");
    }
}
