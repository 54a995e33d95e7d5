using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Client.Errors;

/// <summary>Which kind of failure a service's error is: by its code, and where that says nothing by its status.</summary>
internal static class FailureKinds
{
    private static readonly Dictionary<string, FailureKind> ByCode = new(StringComparer.Ordinal)
    {
        [ErrorCodes.InvalidRequest] = FailureKind.Refused,
        [ErrorCodes.Validation] = FailureKind.Refused,
        [ErrorCodes.Serialization] = FailureKind.Refused,
        [ErrorCodes.MalformedPolicyDocument] = FailureKind.Refused,
        [ErrorCodes.LockoutPrevention] = FailureKind.Refused,
        [ErrorCodes.InvalidPolicyRevisionId] = FailureKind.Refused,
        [ErrorCodes.UnknownOperation] = FailureKind.Refused,
        [ErrorCodes.ResourceNotFound] = FailureKind.NotFound,
        [ErrorCodes.Throttled] = FailureKind.Limit,
        [ErrorCodes.RuleLimitExceeded] = FailureKind.Limit,
        [ErrorCodes.TooManyTags] = FailureKind.Limit,
        [ErrorCodes.PolicySizeLimitExceeded] = FailureKind.Limit,
        [ErrorCodes.PolicyCountLimitExceeded] = FailureKind.Limit,
        [ErrorCodes.InternalFailure] = FailureKind.Service,
        ["Throttling"] = FailureKind.Limit,
        ["ThrottlingException"] = FailureKind.Limit,
        ["TooManyRequestsException"] = FailureKind.Limit,
        ["RequestLimitExceeded"] = FailureKind.Limit,
        ["ServiceUnavailable"] = FailureKind.Service,
        ["ServiceUnavailableException"] = FailureKind.Service,
        ["MissingAuthenticationTokenException"] = FailureKind.Permission,
        ["MissingAuthenticationToken"] = FailureKind.Permission,
        ["IncompleteSignatureException"] = FailureKind.Permission,
        ["IncompleteSignature"] = FailureKind.Permission,
        ["InvalidSignatureException"] = FailureKind.Permission,
        ["SignatureDoesNotMatch"] = FailureKind.Permission,
        ["InvalidClientTokenId"] = FailureKind.Permission,
        ["UnrecognizedClientException"] = FailureKind.Permission,
        ["ExpiredTokenException"] = FailureKind.Permission,
        ["ExpiredToken"] = FailureKind.Permission,
        ["AccessDeniedException"] = FailureKind.Permission,
        ["AccessDenied"] = FailureKind.Permission,
        ["NotAuthorized"] = FailureKind.Permission,
        ["OptInRequired"] = FailureKind.Permission,
        ["RequestExpired"] = FailureKind.Permission,
    };

    internal static FailureKind Of(string code, int status) =>
        ByCode.TryGetValue(code, out FailureKind kind)
            ? kind
            : status switch
            {
                401 or 403 => FailureKind.Permission,
                404 => FailureKind.NotFound,
                407 => FailureKind.Permission,
                408 or 504 => FailureKind.Timeout,
                429 => FailureKind.Limit,
                >= 500 => FailureKind.Service,
                _ => FailureKind.Refused,
            };
}
