namespace XRayPS;

/// <summary>How X-Ray encrypts trace data at rest.</summary>
public sealed class EncryptionConfig
{
    /// <summary><c>NONE</c> (keys of the service) or <c>KMS</c>.</summary>
    public string? Type { get; set; }

    /// <summary><c>UPDATING</c> or <c>ACTIVE</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The ARN of the KMS key; null for NONE.</summary>
    public string? KeyId { get; set; }

    /// <summary>Type, status and key.</summary>
    public override string ToString() => KeyId is null ? $"{Type} ({Status})" : $"{Type} {KeyId} ({Status})";
}
