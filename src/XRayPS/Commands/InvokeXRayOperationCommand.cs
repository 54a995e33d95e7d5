using System.Management.Automation;
using System.Text;
using System.Text.Json;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;
using XRayPS.Json;

namespace XRayPS.Commands;

/// <summary>Calls any operation of X-Ray's API with a body as it is, and gives the answer as an object.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "XRayOperation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PSObject))]
public sealed class InvokeXRayOperationCommand : XRayApiCmdlet
{
    private static readonly string[] ReadVerbs = ["Get", "List", "BatchGet"];

    /// <summary>The operation's name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [ValidateNotNullOrEmpty]
    public string Operation { get; set; } = "";

    /// <summary>The request's body: JSON text, a hashtable or an object; by default an empty object.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Operation? operation = Operations.Find(Operation);
        if (operation is null)
        {
            ThrowTerminatingError(ErrorRecords.OperationNotFound(Operation));
            return;
        }

        bool reads = ReadVerbs.Any(verb => operation.Name.StartsWith(verb, StringComparison.Ordinal));
        if (!reads && !ShouldProcess(operation.Name, "Call X-Ray"))
        {
            return;
        }

        byte[] body;
        try
        {
            object? value = Arguments.Unwrap(Body);
            body = value is string text ? Encoding.UTF8.GetBytes(text) : PowerShellJson.ToUtf8(Body ?? new PSObject());
        }
        catch (PSArgumentException failure)
        {
            WriteError(ErrorRecords.BadArgument("InvalidBody", failure.Message, Body));
            return;
        }

        Call((caller, token) => SendAsync(caller, operation, body, token), Body ?? Operation);
    }

    private static async Task SendAsync(ApiCaller caller, Operation operation, byte[] body, CancellationToken token)
    {
        Reply<ReadOnlyMemory<byte>> reply = await caller.SendRawAsync(operation, body, token).ConfigureAwait(false);
        try
        {
            caller.Feed.Write(JsonObjects.Read(reply.Value));
        }
        catch (JsonException failure)
        {
            throw new XRayException(FailureKind.Unreadable, "UnreadableAnswer", "The answer is not JSON.", failure)
            {
                Operation = operation.Name,
                RequestId = reply.RequestId,
            };
        }
    }
}
