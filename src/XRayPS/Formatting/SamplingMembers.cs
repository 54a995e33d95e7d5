using System.Management.Automation;

namespace XRayPS.Formatting;

/// <summary>Members of sampling rules that <c>XRayPS.Types.ps1xml</c> adds.</summary>
public static class SamplingMembers
{
    /// <summary>The rule itself.</summary>
    /// <param name="item">A rule.</param>
    public static SamplingRule? Rule(PSObject item) => item.BaseObject as SamplingRule;
}
