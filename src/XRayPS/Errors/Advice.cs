using XRayPS.Core.Ports;

namespace XRayPS.Errors;

/// <summary>What somebody can do about a failure, in a sentence.</summary>
internal static class Advice
{
    /// <summary>The advice, or null where there is none better than the message.</summary>
    /// <param name="failure">The failure.</param>
    internal static string? For(XRayException failure) => failure.Kind switch
    {
        _ when failure.Code == "MalformedPolicyDocumentException" =>
            "A policy is JSON, or an object, with Version and Statement; a statement has Effect, Principal, Action and "
            + "Resource. -Path reads it from a file.",
        _ when failure.Code == "InvalidPolicyRevisionIdException" =>
            "Get-XRayResourcePolicy shows the present revision; without -PolicyRevisionId any revision is replaced.",
        _ when failure.Code == "PortInUse" => "-Port 0 and -DaemonPort 0 take free ports.",
        FailureKind.Configuration =>
            "Name a profile with -ProfileName (or AWS_PROFILE) and a region with -Region (or AWS_REGION), or start a local X-Ray with Start-XRayLocalService.",
        FailureKind.Permission when failure.Operation is { Length: > 0 } operation =>
            $"The caller needs the IAM action xray:{operation}; -Verbose shows whose credentials were used.",
        FailureKind.Permission => "-Verbose shows whose credentials were used.",
        FailureKind.Limit => "Wait a moment, or ask for less at a time.",
        FailureKind.Service => "Try again; tell AWS support the request id if it goes on.",
        FailureKind.Connection => "-Verbose shows which endpoint was called and who named it.",
        FailureKind.Timeout => "Try again, or ask for a shorter window.",
        _ => null,
    };
}
