using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Gets the rules that say which spans of CloudWatch Logs become traces.</summary>
[Cmdlet(VerbsCommon.Get, "XRayIndexingRule", SupportsPaging = true)]
[CmdletOperation("GetIndexingRules")]
[OutputType(typeof(IndexingRule))]
public sealed class GetXRayIndexingRuleCommand : XRayNamedCmdlet
{
    /// <summary>Names; wildcards are looked at here.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IndexingRuleNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        StreamNamed(PagedOperations.IndexingRules, Name, static rule => rule.Name, "IndexingRule", "indexing rule");
}
