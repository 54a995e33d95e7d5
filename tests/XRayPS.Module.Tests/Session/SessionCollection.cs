namespace XRayPS.Module.Tests.Session;

/// <summary>Tests that touch the connection, the clock or the local services: these are the process's, so one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class SessionCollection
{
    internal const string Name = "Session of the process";
}
