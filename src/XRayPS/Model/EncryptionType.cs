namespace XRayPS;

/// <summary>Whose keys encrypt traces at rest.</summary>
public enum EncryptionType
{
    /// <summary>X-Ray's own.</summary>
    NONE,

    /// <summary>A key of AWS KMS.</summary>
    KMS,
}
