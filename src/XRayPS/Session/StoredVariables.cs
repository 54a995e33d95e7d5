using System.Management.Automation;
using System.Reflection;

namespace XRayPS.Session;

/// <summary>The variables by which the AWS.Tools modules remember credentials and a region in a session.</summary>
internal static class StoredVariables
{
    /// <summary>The value of <c>$StoredAWSRegion</c>, or null.</summary>
    /// <param name="variables">The session's variables.</param>
    internal static string? Region(PSVariableIntrinsics variables) =>
        Unwrap(variables.GetValue("StoredAWSRegion"))?.ToString() is { Length: > 0 } region ? region : null;

    /// <summary>The credentials object of <c>$StoredAWSCredentials</c>, or null.</summary>
    /// <param name="variables">The session's variables.</param>
    internal static object? Credentials(PSVariableIntrinsics variables) =>
        Unwrap(variables.GetValue("StoredAWSCredentials")) is { } stored ? CredentialsOf(stored) : null;

    /// <summary>
    /// The SDK's credentials inside an object of AWS.Tools, whose member for them is not public; any other object as it is.
    /// </summary>
    /// <param name="value">An <c>AWSPSCredentials</c> or a credentials object.</param>
    internal static object CredentialsOf(object value)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        if (value.GetType().Name != "AWSPSCredentials")
        {
            return value;
        }

        return value.GetType().GetProperty("Credentials", Any)?.GetValue(value)
            ?? value.GetType().GetField("Credentials", Any)?.GetValue(value)
            ?? value;
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
