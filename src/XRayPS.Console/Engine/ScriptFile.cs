using System.Text;
using System.Text.RegularExpressions;

namespace XRayPS.Console.Engine;

/// <summary>The line that runs a script file with its arguments, as <c>pwsh -File</c> understands them.</summary>
internal static partial class ScriptFile
{
    /// <summary>The line for a script and its arguments: all are literal, but names of parameters stay names.</summary>
    /// <param name="path">The full path of the script.</param>
    /// <param name="arguments">Its arguments.</param>
    public static string Line(string path, IReadOnlyList<string> arguments)
    {
        StringBuilder line = new(". " + Quote(path));
        foreach (string argument in arguments)
        {
            line.Append(' ').Append(Token(argument));
        }

        return line.ToString();
    }

    private static string Token(string argument)
    {
        Match named = ParameterName().Match(argument);
        if (!named.Success)
        {
            return Quote(argument);
        }

        string value = named.Groups["value"].Value;
        bool isBoolean = value.Equals("$true", StringComparison.OrdinalIgnoreCase)
            || value.Equals("$false", StringComparison.OrdinalIgnoreCase);
        return value.Length == 0 || isBoolean ? argument : named.Groups["name"].Value + Quote(value);
    }

    private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";

    [GeneratedRegex("^(?<name>-[A-Za-z_][A-Za-z0-9_]*:?)(?<value>(?<=:).*)?$", RegexOptions.Singleline)]
    private static partial Regex ParameterName();
}
