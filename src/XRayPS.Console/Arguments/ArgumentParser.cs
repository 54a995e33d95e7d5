using System.Globalization;
using System.Text;

namespace XRayPS.Console.Arguments;

/// <summary>
/// Reads the command line as pwsh does: names without regard to case, unambiguous prefixes, one dash or two or a slash;
/// <c>-Command</c> and <c>-File</c> take all that follows; a first word that is no name is a script file.
/// </summary>
public static class ArgumentParser
{
    /// <summary>Reads the command line.</summary>
    /// <param name="args">The words of the command line.</param>
    /// <exception cref="UsageException">A word was not understood.</exception>
    public static ConsoleArguments Parse(IReadOnlyList<string> args)
    {
        ConsoleArguments result = new();
        for (int i = 0; i < args.Count; i++)
        {
            string? word = NameOf(args[i]);
            if (word is null)
            {
                return WithFile(result, args, i);
            }

            ArgumentName name = ArgumentName.Find(word)
                ?? throw new UsageException($"'{args[i]}' is no argument of this console.");
            switch (name.Name)
            {
                case "command":
                    return result with { Command = Rest(args, i) };
                case "file":
                    return WithFile(result, args, i + 1);
                case "encodedcommand":
                    result = result with { Command = Decode(Value(args, ref i)) };
                    break;
                case "noexit":
                    result = result with { NoExit = true };
                    break;
                case "noninteractive":
                    result = result with { NonInteractive = true };
                    break;
                case "nologo":
                    result = result with { NoLogo = true };
                    break;
                case "executionpolicy":
                    // Known to pwsh on Windows only; scripts of this console are not held back by a policy.
                    Value(args, ref i);
                    break;
                case "workingdirectory":
                    result = result with { WorkingDirectory = Value(args, ref i) };
                    break;
                case "help":
                    result = result with { Help = true };
                    break;
                case "version":
                    result = result with { Version = true };
                    break;
                case "local":
                    result = result with { Local = true };
                    break;
                case "demo":
                    result = result with { Local = true, Demo = true };
                    break;
                case "path":
                    result = result with { Local = true, Path = Value(args, ref i) };
                    break;
                case "port":
                    result = result with { Local = true, Port = PortValue(args, ref i) };
                    break;
                case "daemonport":
                    result = result with { Local = true, DaemonPort = PortValue(args, ref i) };
                    break;
                case "requestlimit":
                    result = result with { Local = true, RequestLimit = RateValue(args, ref i) };
                    break;
            }
        }

        return result;
    }

    private static string? NameOf(string word)
    {
        if (word.Length < 2 || word == "--")
        {
            return null;
        }

        if (word[0] == '-')
        {
            return word[1] == '-' ? word[2..] : word[1..];
        }

        return OperatingSystem.IsWindows() && word[0] == '/' ? word[1..] : null;
    }

    private static ConsoleArguments WithFile(ConsoleArguments result, IReadOnlyList<string> args, int index)
    {
        if (index >= args.Count)
        {
            throw new UsageException("-File needs the path of a script.");
        }

        return args[index] == "-"
            ? result with { Command = "-" }
            : result with { File = args[index], FileArguments = [.. args.Skip(index + 1)] };
    }

    private static string Rest(IReadOnlyList<string> args, int index)
    {
        if (index + 1 >= args.Count)
        {
            throw new UsageException($"{args[index]} needs the command to run, or - for the standard input.");
        }

        return string.Join(' ', args.Skip(index + 1));
    }

    private static string Value(IReadOnlyList<string> args, ref int index)
    {
        if (index + 1 >= args.Count)
        {
            throw new UsageException($"{args[index]} needs a value.");
        }

        return args[++index];
    }

    private static int PortValue(IReadOnlyList<string> args, ref int index)
    {
        string name = args[index];
        string text = Value(args, ref index);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535
            ? port
            : throw new UsageException($"{name} needs a number from 0 (a free port) to 65535, not '{text}'.");
    }

    private static double RateValue(IReadOnlyList<string> args, ref int index)
    {
        string name = args[index];
        string text = Value(args, ref index);
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate)
            && rate is >= 0.001 and <= 1_000_000
            ? rate
            : throw new UsageException($"{name} needs requests a second, from 0.001 to 1000000, not '{text}'.");
    }

    private static string Decode(string text)
    {
        try
        {
            return Encoding.Unicode.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new UsageException("-EncodedCommand needs UTF-16 text in base 64.");
        }
    }
}
