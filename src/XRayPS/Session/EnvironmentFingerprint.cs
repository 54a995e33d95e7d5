using System.Collections;
using System.Text;

namespace XRayPS.Session;

/// <summary>The environment's variables that the AWS SDK heeds, as one text to compare by.</summary>
internal static class EnvironmentFingerprint
{
    private static readonly string[] Others = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "HOME", "USERPROFILE"];

    /// <summary>Names and values, sorted. It holds secrets: compare it, never show it.</summary>
    internal static string Read()
    {
        StringBuilder text = new();
        IDictionary variables = Environment.GetEnvironmentVariables();
        foreach (string name in variables.Keys.Cast<string>().Where(Matters).Order(StringComparer.Ordinal))
        {
            text.Append(name).Append('=').Append((string?)variables[name]).Append('\0');
        }

        return text.ToString();
    }

    private static bool Matters(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)
        || Others.Contains(name, StringComparer.OrdinalIgnoreCase);
}
