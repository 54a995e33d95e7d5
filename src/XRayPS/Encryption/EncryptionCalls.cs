using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Encryption;

/// <summary>Calls around the encryption setting.</summary>
internal static class EncryptionCalls
{
    /// <summary>The setting as it is.</summary>
    internal static async Task<EncryptionConfig> GetAsync(ApiCaller caller, CancellationToken token)
    {
        Reply<EncryptionConfigResponse> reply =
            await caller.SendAsync(Operations.GetEncryptionConfig, new Empty(), token).ConfigureAwait(false);
        return Config(reply);
    }

    /// <summary>Changes the setting.</summary>
    internal static async Task<EncryptionConfig> PutAsync(
        ApiCaller caller, EncryptionType type, string? keyId, CancellationToken token)
    {
        PutEncryptionConfigRequest request = new() { Type = type.ToString(), KeyId = keyId };
        Reply<EncryptionConfigResponse> reply =
            await caller.SendAsync(Operations.PutEncryptionConfig, request, token).ConfigureAwait(false);
        return Config(reply);
    }

    /// <summary>Looks until the setting has a status.</summary>
    /// <param name="caller">Calls the API.</param>
    /// <param name="status">The status.</param>
    /// <param name="timeout">How long to look.</param>
    /// <param name="token">Ends the wait.</param>
    /// <exception cref="TimeoutException">It took too long.</exception>
    internal static Task<EncryptionConfig> WaitAsync(
        ApiCaller caller, EncryptionStatus status, TimeSpan timeout, CancellationToken token) =>
        Poll.UntilAsync(
            caller,
            () => GetAsync(caller, token),
            config => config.Status == status.ToString(),
            timeout,
            config => $"The encryption setting is {config.Status} and did not become {status}",
            token);

    private static EncryptionConfig Config(Reply<EncryptionConfigResponse> reply) =>
        reply.Demand(reply.Value.EncryptionConfig, "encryption setting");
}
