namespace XRayPS.Core.Otlp;

/// <summary>A request that is no OTLP: the sentence says what is wrong with it.</summary>
/// <param name="message">The sentence.</param>
/// <param name="innerException">What was behind it.</param>
public sealed class OtlpException(string message, Exception? innerException = null) : Exception(message, innerException);
