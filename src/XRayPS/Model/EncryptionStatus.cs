namespace XRayPS;

/// <summary>Whether an encryption setting is in force.</summary>
public enum EncryptionStatus
{
    /// <summary>It is in force.</summary>
    ACTIVE,

    /// <summary>It is being put in force.</summary>
    UPDATING,
}
