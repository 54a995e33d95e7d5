using System.Collections;
using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Makes a URL that carries a request and its signature.</summary>
[Cmdlet(VerbsCommon.New, "XRayPresignedUrl")]
[OutputType(typeof(string))]
public sealed class NewXRayPresignedUrlCommand : XRayApiCmdlet
{
    /// <summary>The operation's name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("ClientMethod", "Name")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [ValidateNotNullOrEmpty]
    public string Operation { get; set; } = "";

    /// <summary>Members of the request.</summary>
    [Parameter(Position = 1)]
    [Alias("Params")]
    [ValidateNotNull]
    public IDictionary? Parameter { get; set; }

    /// <summary>Seconds for which the URL is good.</summary>
    [Parameter]
    [ValidateRange(1, 604800)]
    public int ExpiresIn { get; set; } = 3600;

    /// <summary>The HTTP method to sign for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string HttpMethod { get; set; } = "POST";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Operation? operation = Operations.Find(Operation);
        if (operation is null)
        {
            ThrowTerminatingError(ErrorRecords.OperationNotFound(Operation));
            return;
        }

        Dictionary<string, object?> members = [];
        foreach (DictionaryEntry entry in Parameter ?? new Hashtable())
        {
            members[entry.Key.ToString()!] = Plain(Arguments.Unwrap(entry.Value));
        }

        // As text: a Uri that stands in a string loses escapes that the signature covers.
        Call(
            async (caller, token) => caller.Feed.Write((await caller.Client
                .PresignAsync(operation, members, TimeSpan.FromSeconds(ExpiresIn), HttpMethod.ToUpperInvariant(), token)
                .ConfigureAwait(false)).OriginalString),
            Operation);
    }

    private static object? Plain(object? value) => value switch
    {
        DateTime instant => new DateTimeOffset(instant),
        IEnumerable items and not (string or IDictionary) => items.Cast<object?>().Select(static item => Plain(Arguments.Unwrap(item))).ToArray(),
        _ => value,
    };
}
