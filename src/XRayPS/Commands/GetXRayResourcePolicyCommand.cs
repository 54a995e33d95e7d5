using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Gets resource policies: those of the names, or all.</summary>
[Cmdlet(VerbsCommon.Get, "XRayResourcePolicy", SupportsPaging = true)]
[CmdletOperation("ListResourcePolicies")]
[OutputType(typeof(ResourcePolicy))]
public sealed class GetXRayResourcePolicyCommand : XRayNamedCmdlet
{
    /// <summary>Names; wildcards are looked at here.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PolicyNameCompleter))]
    public string[]? PolicyName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        StreamNamed(
            PagedOperations.ResourcePolicies,
            PolicyName,
            static policy => policy.PolicyName,
            "ResourcePolicy",
            "resource policy");
}
