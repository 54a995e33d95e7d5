namespace XRayPS.Binding;

/// <summary>An access key that came as a PSCredential.</summary>
/// <param name="accessKey">The access key id, which was the user name.</param>
/// <param name="secretKey">The secret key, which was the password.</param>
internal sealed class KeyPair(string accessKey, string secretKey)
{
    internal string AccessKey { get; } = accessKey;

    internal string SecretKey { get; } = secretKey;

    /// <summary>The access key id's last characters; the secret is not shown.</summary>
    public override string ToString() => "****" + AccessKey[^Math.Min(4, AccessKey.Length)..];
}
