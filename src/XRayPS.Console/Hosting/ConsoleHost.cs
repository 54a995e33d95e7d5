using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;

namespace XRayPS.Console.Hosting;

/// <summary>What the engine knows of this program.</summary>
/// <param name="ui">How it writes and asks.</param>
public sealed class ConsoleHost(ConsoleUserInterface ui) : PSHost
{
    /// <summary>The version of this program, without the commit it was built from.</summary>
    public static string ProgramVersion { get; } =
        typeof(ConsoleHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>How it writes and asks.</summary>
    public ConsoleUserInterface Output => ui;

    /// <summary>What <c>exit</c> said, or null while nothing did.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc/>
    public override string Name => "XRayPS.Console";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => ui;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => ExitCode ??= exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() =>
        throw new PSNotSupportedException("This console has no nested prompts; answer yes or no instead.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt()
    {
    }

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }
}
