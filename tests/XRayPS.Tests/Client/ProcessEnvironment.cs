using Amazon.Runtime.Internal;

namespace XRayPS.Tests.Client;

/// <summary>Variables of this process, for as long as a test needs them.</summary>

public sealed class ProcessEnvironment : IDisposable
{
    private readonly List<(string Name, string? Before)> _before = [];

    internal ProcessEnvironment(params (string Name, string? Value)[] variables)
    {
        foreach ((string name, string? value) in variables)
        {
            _before.Add((name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }

        // The SDK remembers some variables from its first use on.
        FallbackInternalConfigurationFactory.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        FallbackInternalConfigurationFactory.Reset();
    }
}
