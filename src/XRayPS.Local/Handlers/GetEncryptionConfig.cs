using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers;

/// <summary>Answers the encryption setting.</summary>
internal sealed class GetEncryptionConfig(EncryptionState state)
    : Handler<Empty, EncryptionConfigResponse>(Operations.GetEncryptionConfig)
{
    protected override ValueTask<EncryptionConfigResponse> HandleAsync(Empty request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new EncryptionConfigResponse { EncryptionConfig = state.Read() });
}
