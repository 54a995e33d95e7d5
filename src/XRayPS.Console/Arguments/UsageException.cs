namespace XRayPS.Console.Arguments;

/// <summary>The command line could not be understood.</summary>
/// <param name="message">A sentence for the user.</param>
public sealed class UsageException(string message) : Exception(message);
