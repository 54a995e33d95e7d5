using XRayPS.Client.Credentials;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Connection;

/// <summary>The profile that counts: the one that the caller named, else AWS_PROFILE, else "default".</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">How it came to be chosen: <c>-ProfileName</c>, <c>AWS_PROFILE</c>, or null for "default".</param>
/// <param name="Files">The files that it stands in.</param>
/// <param name="Section">Its members; null when there is no such profile.</param>
internal sealed record ProfileChoice(string Name, string? Origin, AwsFiles Files, ProfileSection? Section)
{
    /// <summary>Whether the caller named the profile.</summary>
    internal bool IsNamed => Origin == Parameter;

    /// <summary>The origin of a profile that the caller named.</summary>
    internal const string Parameter = "-ProfileName";

    internal static ProfileChoice Of(ClientSettings settings, Func<string, string?> environment)
    {
        AwsFiles files = AwsFiles.Load(settings.ProfileLocation, environment);
        string? fromEnvironment = environment("AWS_PROFILE");
        string name = settings.ProfileName ?? fromEnvironment ?? "default";
        string? origin = settings.ProfileName is not null ? Parameter : fromEnvironment is not null ? "AWS_PROFILE" : null;
        return new ProfileChoice(name, origin, files, files.Find(name));
    }

    /// <summary>"profile x (AWS_PROFILE)", for a connection's description.</summary>
    internal string Words => Origin is null or Parameter ? $"profile {Name}" : $"profile {Name} ({Origin})";
}
