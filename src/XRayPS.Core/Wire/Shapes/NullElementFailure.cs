namespace XRayPS.Core.Wire;

/// <summary>A null where the service expects a structure in a list. It answers <c>InternalFailure</c> (observed).</summary>
public sealed class NullElementFailure() : Exception("A list holds null where a structure is expected.");
