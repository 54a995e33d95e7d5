namespace XRayPS.Core.Wire;

/// <summary>
/// JSON that the service cannot turn into a request. The message is the service's own, such as
/// <c>STRING_VALUE can not be converted to an Integer</c> (observed).
/// </summary>
/// <param name="message">The service's text.</param>
public sealed class SerializationFailure(string message) : Exception(message);
