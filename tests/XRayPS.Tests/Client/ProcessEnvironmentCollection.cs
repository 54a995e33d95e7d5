namespace XRayPS.Tests.Client;

/// <summary>Tests that set variables of the process; they run alone.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironmentCollection;
