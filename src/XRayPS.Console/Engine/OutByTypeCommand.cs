using System.Management.Automation;

namespace XRayPS.Console.Engine;

/// <summary>
/// Shows objects through Out-Default, and begins anew whenever another kind of object comes. Out-Default alone keeps
/// the view of the first kind and shows every other as a list of all its members: a line that starts a service, finds
/// a trace and draws its graph would be hard to read.
/// </summary>
[Cmdlet("Out", "ByType")]
public sealed class OutByTypeCommand : PSCmdlet, IDisposable
{
    private SteppablePipeline? view;
    private string? kind;

    /// <summary>An object, or an error on its way to the eyes.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string? next = KindOf(InputObject) ?? kind;
        if (view is null || next != kind)
        {
            Close();
            kind = next;
            view = InvokeCommand.NewScriptBlock("Out-Default").GetSteppablePipeline();
            view.Begin(expectInput: true);
        }

        view.Process(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Close();

    /// <inheritdoc/>
    public void Dispose() => view?.Dispose();

    // Null for what is text anyway and may stand between the rows of a table.
    private static string? KindOf(PSObject? item)
    {
        object? value = item?.BaseObject;
        if (value is null or string or ErrorRecord or InformationRecord || value.GetType().IsPrimitive)
        {
            return null;
        }

        return value is PSCustomObject && item!.TypeNames.Count <= 2
            ? string.Join(',', item.Properties.Select(p => p.Name))
            : item!.TypeNames[0];
    }

    private void Close()
    {
        view?.End();
        view?.Dispose();
        view = null;
    }
}
