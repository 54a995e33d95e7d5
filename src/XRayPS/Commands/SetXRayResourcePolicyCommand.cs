using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Configuration;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Makes or replaces a resource policy.</summary>
[Cmdlet(VerbsCommon.Set, "XRayResourcePolicy", SupportsShouldProcess = true, DefaultParameterSetName = ByDocument)]
[CmdletOperation("PutResourcePolicy")]
[OutputType(typeof(ResourcePolicy))]
public sealed class SetXRayResourcePolicyCommand : XRayApiCmdlet
{
    private const string ByDocument = "PolicyDocument";
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByDocument)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPath)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByLiteralPath)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PolicyNameCompleter))]
    public string? PolicyName { get; set; }

    /// <summary>The policy: JSON text, a hashtable or an object.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByDocument)]
    [ValidateNotNullOrEmpty]
    public object? PolicyDocument { get; set; }

    /// <summary>The file of the policy; wildcards have to fit one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPath)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The file of the policy, to the letter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    /// <summary>Policies as objects: as they were read, kept in a file, or written as hashtables.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>The revision that is to be replaced; 0 for none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PolicyRevisionId { get; set; }

    /// <summary>Take the policy even if it forbids its owner to change it.</summary>
    [Parameter]
    public SwitchParameter BypassPolicyLockoutCheck { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (PolicyName is not null)
        {
            Read(() => new PolicyWish(PolicyName, PolicyFile() ?? PolicyWish.ToText(PolicyDocument!)), PolicyName);
            return;
        }

        foreach (object input in InputObject)
        {
            Read(() => PolicyWish.From(input), input);
        }
    }

    private string? PolicyFile() => ParameterSetName switch
    {
        ByPath => ReadFile(OneFile(Path!)),
        ByLiteralPath => ReadFile(FilePath(LiteralPath!)),
        _ => null,
    };

    private void Read(Func<PolicyWish> read, object target)
    {
        PolicyWish wish;
        try
        {
            wish = read();
        }
        catch (PSArgumentException failure)
        {
            WriteError(ErrorRecords.BadArgument("InvalidPolicy", failure.Message, target));
            return;
        }

        if (ShouldProcess($"resource policy {wish.Name}", "Set"))
        {
            Call((caller, token) => PutAsync(caller, wish, token), target);
        }
    }

    private async Task PutAsync(ApiCaller caller, PolicyWish wish, CancellationToken token)
    {
        PutResourcePolicyRequest request = new()
        {
            PolicyName = wish.Name,
            PolicyDocument = wish.Document,
            PolicyRevisionId = PolicyRevisionId,
            BypassPolicyLockoutCheck = BypassPolicyLockoutCheck.IsPresent ? true : null,
        };
        Reply<PutResourcePolicyResponse> reply =
            await caller.SendAsync(Operations.PutResourcePolicy, request, token).ConfigureAwait(false);
        caller.Feed.Write(reply.Demand(reply.Value.ResourcePolicy, "resource policy"));
    }
}
