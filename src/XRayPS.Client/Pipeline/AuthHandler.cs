using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace XRayPS.Client.Pipeline;

/// <summary>SigV4, or nothing for a loopback endpoint without credentials.</summary>
internal sealed class AuthHandler(bool signed) : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        signed ? AuthSchemeOption.DEFAULT_SIGV4 : AuthSchemeOption.DEFAULT_NOAUTH;
}
