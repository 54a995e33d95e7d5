using System.Management.Automation;
using XRayPS.Core.Ports;

namespace XRayPS.Errors;

/// <summary>Kinds of failure as categories of PowerShell.</summary>
internal static class FailureCategories
{
    /// <summary>The category of a failure.</summary>
    /// <param name="failure">The failure.</param>
    internal static ErrorCategory Of(XRayException failure) => failure.Kind switch
    {
        _ when failure.Code == "PortInUse" => ErrorCategory.ResourceBusy,

        // The API has one exception for most of what it refuses; only its text says that a thing is not there.
        FailureKind.Refused when failure.Message.Contains("not found", StringComparison.OrdinalIgnoreCase) =>
            ErrorCategory.ObjectNotFound,
        FailureKind.Refused => ErrorCategory.InvalidArgument,
        FailureKind.NotFound => ErrorCategory.ObjectNotFound,
        FailureKind.Permission => ErrorCategory.PermissionDenied,
        FailureKind.Limit => ErrorCategory.LimitsExceeded,
        FailureKind.Service => ErrorCategory.ResourceUnavailable,
        FailureKind.Connection => ErrorCategory.ConnectionError,
        FailureKind.Timeout => ErrorCategory.OperationTimeout,
        FailureKind.Configuration => ErrorCategory.AuthenticationError,
        FailureKind.Unreadable => ErrorCategory.ProtocolError,
        _ => ErrorCategory.NotSpecified,
    };
}
