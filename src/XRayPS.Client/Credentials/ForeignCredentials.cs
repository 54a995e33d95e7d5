using System.Reflection;
using Amazon.Runtime;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Credentials;

/// <summary>
/// A credentials object of another build of the SDK. To the runtime it is another type: only reflection reaches its
/// <c>GetCredentials</c>. It is asked for each request, so that it renews what it holds by its own rules.
/// </summary>
internal sealed class ForeignCredentials : AWSCredentials
{
    private const BindingFlags AnyMember = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly object _source;
    private readonly MethodInfo _getCredentials;

    private ForeignCredentials(object source, MethodInfo getCredentials)
    {
        _source = source;
        _getCredentials = getCredentials;
    }

    /// <summary>
    /// Credentials of an object that has <c>GetCredentials()</c>, or that holds such an object in a member
    /// <c>Credentials</c>, as AWS.Tools' AWSPSCredentials does, or that wraps one (<c>BaseObject</c>).
    /// </summary>
    internal static AWSCredentials From(object source)
    {
        if (source is AWSCredentials own)
        {
            return own;
        }

        object? at = source;
        for (int depth = 0; at is not null && depth < 4; depth++)
        {
            if (at.GetType().GetMethod("GetCredentials", BindingFlags.Instance | BindingFlags.Public, []) is { } method)
            {
                return new ForeignCredentials(at, method);
            }

            at = Member(at, "Credentials") ?? Member(at, "BaseObject");
        }

        throw new XRayException(
            FailureKind.Configuration, "InvalidCredential",
            $"An object of type {source.GetType().FullName} holds no AWS credentials: it has no GetCredentials method.");
    }

    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            object keys = _getCredentials.Invoke(_source, null)
                ?? throw new InvalidOperationException("GetCredentials gave nothing.");
            return keys as ImmutableCredentials ?? new ImmutableCredentials(
                Text(keys, "AccessKey"), Text(keys, "SecretKey"), Text(keys, "Token") is { Length: > 0 } token ? token : null);
        }
        catch (Exception failure)
        {
            Exception cause = failure is TargetInvocationException { InnerException: { } inner } ? inner : failure;
            throw new XRayException(
                FailureKind.Configuration, "NoCredentials", $"The credentials object failed: {cause.Message}", cause);
        }
    }

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.Run(GetCredentials);

    private static string? Text(object keys, string name) => Member(keys, name) as string;

    private static object? Member(object holder, string name)
    {
        Type type = holder.GetType();
        return type.GetProperty(name, AnyMember) is { CanRead: true } property && property.GetIndexParameters().Length == 0
            ? property.GetValue(holder)
            : type.GetField(name, AnyMember)?.GetValue(holder);
    }
}
