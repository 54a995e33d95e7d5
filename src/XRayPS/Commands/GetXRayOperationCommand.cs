using System.Management.Automation;
using XRayPS.Completion;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Lists the operations of X-Ray's API, whether each pages, and the cmdlet that calls it.</summary>
[Cmdlet(VerbsCommon.Get, "XRayOperation")]
[OutputType(typeof(OperationInfo))]
public sealed class GetXRayOperationCommand : PSCmdlet
{
    /// <summary>Names of operations; wildcards are allowed. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Operation")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            Operation[] found = [.. Operations.All.Where(operation => pattern.IsMatch(operation.Name))];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.OperationNotFound(name));
            }

            WriteObject(found.Select(static operation => new OperationInfo(operation)), enumerateCollection: true);
        }
    }
}
