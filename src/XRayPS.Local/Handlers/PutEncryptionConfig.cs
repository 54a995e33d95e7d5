using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>Changes the encryption setting. A second change while the first shows as UPDATING wins.</summary>
internal sealed class PutEncryptionConfig(EncryptionState state, KmsKeys keys)
    : Handler<PutEncryptionConfigRequest, EncryptionConfigResponse>(Operations.PutEncryptionConfig)
{
    protected override async ValueTask<EncryptionConfigResponse> HandleAsync(PutEncryptionConfigRequest request, CancellationToken cancellationToken)
    {
        string? arn = (request.Type, request.KeyId) switch
        {
            ("NONE", null) => null,
            ("NONE", _) => throw Refusal.InvalidRequest("A KeyId cannot be given with encryption type NONE"),
            (_, null) => throw Refusal.InvalidRequest("A KeyId is required with encryption type KMS"),
            (_, string key) => keys.Resolve(key),
        };
        return new EncryptionConfigResponse
        {
            EncryptionConfig = await state.ChangeAsync(request.Type!, arn, cancellationToken).ConfigureAwait(false),
        };
    }
}
