using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Commands;

/// <summary>Removes a resource policy.</summary>
[Cmdlet(VerbsCommon.Remove, "XRayResourcePolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[CmdletOperation("DeleteResourcePolicy")]
[OutputType(typeof(ResourcePolicy))]
public sealed class RemoveXRayResourcePolicyCommand : XRayApiCmdlet
{
    /// <summary>Names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PolicyNameCompleter))]
    public string[] PolicyName { get; set; } = [];

    /// <summary>The revision that is to be removed: another is left alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyRevisionId { get; set; }

    /// <summary>Write the policy that was removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in PolicyName)
        {
            if (ShouldProcess($"resource policy {name}", "Remove"))
            {
                string? revision = string.IsNullOrEmpty(PolicyRevisionId) ? null : PolicyRevisionId;
                DeleteResourcePolicyRequest request = new() { PolicyName = name, PolicyRevisionId = revision };
                Call((caller, token) => RemoveAsync(caller, request, token), name);
            }
        }
    }

    private async Task RemoveAsync(ApiCaller caller, DeleteResourcePolicyRequest request, CancellationToken token)
    {
        ResourcePolicy? removed = null;
        if (PassThru)
        {
            Reply<ListResourcePoliciesResponse> all = await caller
                .SendAsync(Operations.ListResourcePolicies, new TokenRequest(), token).ConfigureAwait(false);
            removed = all.Value.ResourcePolicies.Find(policy => policy.PolicyName == request.PolicyName);
        }

        await caller.SendAsync(Operations.DeleteResourcePolicy, request, token).ConfigureAwait(false);
        if (removed is not null)
        {
            caller.Feed.Write(removed);
        }
    }
}
