using Amazon.RuntimeDependencies;

namespace XRayPS.Client.Credentials;

/// <summary>
/// Tells this copy of the SDK where its optional clients are, so that it does not look for their assemblies over all
/// load contexts. Single sign-on needs two.
/// </summary>
internal static class RuntimeClients
{
    private static readonly Lazy<bool> Done = new(static () =>
    {
        GlobalRuntimeDependencyRegistry registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSSOClient(static context => new SsoClient(context.SSOClientContextData.Region.SystemName));
        registry.RegisterSSOOIDCClient(static context => new SsoOidcClient(context.SSOOIDCClientContextData.Region.SystemName));
        registry.RegisterSecurityTokenServiceClient(static context =>
            new CoreStsClient(context.SecurityTokenServiceClientContextData.Region?.SystemName ?? "us-east-1"));
        return true;
    });

    /// <summary>Registers them, once in the life of the process.</summary>
    internal static void Register() => _ = Done.Value;
}
