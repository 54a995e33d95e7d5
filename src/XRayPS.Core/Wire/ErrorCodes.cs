namespace XRayPS.Core.Wire;

/// <summary>The exceptions of X-Ray's model and of the framework in front of it, by name.</summary>
public static class ErrorCodes
{
    /// <summary>A business rule was broken; HTTP 400.</summary>
    public const string InvalidRequest = "InvalidRequestException";

    /// <summary>Too many requests; HTTP 429.</summary>
    public const string Throttled = "ThrottledException";

    /// <summary>More than the allowed number of sampling rules; HTTP 400.</summary>
    public const string RuleLimitExceeded = "RuleLimitExceededException";

    /// <summary>The named resource is not there; HTTP 404.</summary>
    public const string ResourceNotFound = "ResourceNotFoundException";

    /// <summary>More than the allowed number of tags; HTTP 400.</summary>
    public const string TooManyTags = "TooManyTagsException";

    /// <summary>A resource policy that is no policy; HTTP 400.</summary>
    public const string MalformedPolicyDocument = "MalformedPolicyDocumentException";

    /// <summary>A resource policy that would lock its owner out; HTTP 400.</summary>
    public const string LockoutPrevention = "LockoutPreventionException";

    /// <summary>The policy was changed by somebody else; HTTP 400.</summary>
    public const string InvalidPolicyRevisionId = "InvalidPolicyRevisionIdException";

    /// <summary>A resource policy over 5 kB; HTTP 400.</summary>
    public const string PolicySizeLimitExceeded = "PolicySizeLimitExceededException";

    /// <summary>More than five resource policies; HTTP 400.</summary>
    public const string PolicyCountLimitExceeded = "PolicyCountLimitExceededException";

    /// <summary>A model constraint was violated; HTTP 400, body with a lowercase <c>message</c>.</summary>
    public const string Validation = "ValidationException";

    /// <summary>Malformed JSON or a value of the wrong kind; HTTP 400, body with a capital <c>Message</c>.</summary>
    public const string Serialization = "SerializationException";

    /// <summary>The service failed; HTTP 500, body <c>{"message":null}</c>.</summary>
    public const string InternalFailure = "InternalFailure";

    /// <summary>No such operation.</summary>
    public const string UnknownOperation = "UnknownOperationException";
}
