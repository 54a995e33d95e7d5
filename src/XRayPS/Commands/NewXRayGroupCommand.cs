using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Configuration;

namespace XRayPS.Commands;

/// <summary>Makes a group.</summary>
[Cmdlet(VerbsCommon.New, "XRayGroup", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
[CmdletOperation("CreateGroup")]
[OutputType(typeof(Group))]
public sealed class NewXRayGroupCommand : XRayGroupWriteCmdlet
{
    /// <summary>Tags of the group.</summary>
    [Parameter]
    [Alias("Tags")]
    [TagTransformation]
    public Tag[]? Tag { get; set; }

    /// <inheritdoc/>
    private protected override GroupWish Named() => base.Named() with { Tags = Tag };

    /// <inheritdoc/>
    private protected override void Apply(GroupWish wish, object target)
    {
        if (ShouldProcess($"group {wish.Label}", $"Create for {wish.Filter ?? "no filter"}"))
        {
            Call(
                async (caller, token) =>
                    caller.Feed.Write(await GroupCalls.CreateAsync(caller, wish, token).ConfigureAwait(false)),
                target);
        }
    }
}
