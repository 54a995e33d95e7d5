using System.Globalization;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>
/// The encryption setting. Nothing is really encrypted: it is kept, shows as UPDATING for a while after each change, and
/// then as ACTIVE.
/// </summary>
internal sealed class EncryptionState(SettingStore settings, TimeProvider clock, TimeSpan delay)
{
    private const string Name = "encryption";

    internal EncryptionConfig Read()
    {
        // Type, ticks of the change, key.
        if (settings.Read(Name)?.Split(' ', 3) is not [string type, string changed, string key])
        {
            return new EncryptionConfig { Type = "NONE", Status = "ACTIVE" };
        }

        DateTimeOffset changedAt = new(long.Parse(changed, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return new EncryptionConfig
        {
            Type = type,
            Status = clock.GetUtcNow() - changedAt >= delay ? "ACTIVE" : "UPDATING",
            KeyId = key.Length == 0 ? null : key,
        };
    }

    internal async Task<EncryptionConfig> ChangeAsync(string type, string? keyArn, CancellationToken cancellationToken)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{type} {clock.GetUtcNow().UtcTicks} {keyArn}");
        await settings.WriteAsync(Name, text, cancellationToken).ConfigureAwait(false);
        return new EncryptionConfig { Type = type, Status = "UPDATING", KeyId = keyArn };
    }
}
