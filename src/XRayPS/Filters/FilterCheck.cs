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
        if (Check(cmdlet, expression, skip) is { } error)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.BadFilter(error));
        }
    }

    /// <summary>The same for one input of many: a refusal is an error of this input alone.</summary>
    /// <returns>Whether it can go.</returns>
    internal static bool Passes(Cmdlet cmdlet, string? expression, bool skip)
    {
        if (Check(cmdlet, expression, skip) is not { } error)
        {
            return true;
        }

        cmdlet.WriteError(ErrorRecords.BadFilter(error));
        return false;
    }

    private static FilterError? Check(Cmdlet cmdlet, string? expression, bool skip)
    {
        if (skip || Filter.TryParse(expression, out _, out FilterError? error))
        {
            return null;
        }

        if (error.IsCertain)
        {
            return error;
        }

        cmdlet.WriteWarning($"X-Ray may refuse this filter expression. {error.Render()}");
        return null;
    }
}
