using System.Security.Cryptography;
using System.Text;

namespace XRayPS.Tests.Client;

/// <summary>A folder with AWS files, gone at the end.</summary>
internal sealed class AwsFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("xrayps").FullName;

    internal string Credentials => System.IO.Path.Combine(Path, "credentials");

    internal string Config => System.IO.Path.Combine(Path, "config");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal void WriteCredentials(string text) => File.WriteAllText(Credentials, text);

    /// <summary>A token as `aws sso login` leaves it: in a file named after the SHA-1 of the session's name.</summary>
    internal void WriteSsoToken(string session, string startUrl, string token, string expiresAt)
    {
        string name = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(session))).ToLowerInvariant();
        string folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".aws", "sso", "cache")).FullName;
        File.WriteAllText(
            System.IO.Path.Combine(folder, name + ".json"),
            $$"""{"startUrl":"{{startUrl}}","region":"eu-west-1","accessToken":"{{token}}","expiresAt":"{{expiresAt}}"}""");
    }

    internal void WriteConfig(string text) => File.WriteAllText(Config, text);
}
