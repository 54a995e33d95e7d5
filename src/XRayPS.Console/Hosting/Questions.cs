using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace XRayPS.Console.Hosting;

/// <summary>Asks the user: choices, values of mandatory parameters, credentials.</summary>
/// <param name="screen">Where questions are written.</param>
/// <param name="nonInteractive">Whether to ask is an error.</param>
public sealed class Questions(Screen screen, bool nonInteractive)
{
    /// <summary>How a line is read; null is the end of the input. The flag says whether it is a secret.</summary>
    public Func<string, bool, string?> Reader { get; set; } = (prompt, _) =>
    {
        screen.Write(prompt);
        return System.Console.In.ReadLine();
    };

    /// <summary>Reads one line.</summary>
    /// <param name="prompt">What stands before it.</param>
    public string ReadLine(string prompt) => Read(prompt, isSecret: false);

    /// <summary>Reads one line that is not shown.</summary>
    /// <param name="prompt">What stands before it.</param>
    public SecureString ReadSecret(string prompt)
    {
        SecureString secret = new();
        foreach (char c in Read(prompt, isSecret: true))
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>Asks for the values of fields, such as mandatory parameters that were not given.</summary>
    /// <param name="caption">A heading.</param>
    /// <param name="message">A sentence.</param>
    /// <param name="fields">The fields.</param>
    public Dictionary<string, PSObject> AskFields(
        string caption, string message, Collection<FieldDescription> fields)
    {
        WriteHeading(caption, message);
        Dictionary<string, PSObject> answers = [];
        foreach (FieldDescription field in fields)
        {
            answers[field.Name] = AskField(field);
        }

        return answers;
    }

    /// <summary>Asks for one of several choices; an empty line takes the default.</summary>
    /// <param name="caption">A heading.</param>
    /// <param name="message">A sentence.</param>
    /// <param name="choices">The choices; the letter after <c>&amp;</c> stands for the whole.</param>
    /// <param name="defaultChoice">The index of the default, or -1.</param>
    public int AskChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteHeading(caption, message);
        string offer = string.Join("  ", choices.Select(c => $"[{Letter(c)}] {c.Label.Replace("&", "")}"));
        string rest = defaultChoice >= 0 ? $" (default is \"{Letter(choices[defaultChoice])}\")" : "";
        while (true)
        {
            string answer = ReadLine($"{offer}  [?] Help{rest}: ").Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            for (int i = 0; i < choices.Count; i++)
            {
                bool chosen = answer.Equals(Letter(choices[i]), StringComparison.OrdinalIgnoreCase)
                    || answer.Equals(choices[i].Label.Replace("&", ""), StringComparison.OrdinalIgnoreCase);
                if (chosen)
                {
                    return i;
                }
            }

            if (answer == "?")
            {
                foreach (ChoiceDescription choice in choices)
                {
                    screen.WriteLine($"{Letter(choice)} - {choice.HelpMessage}");
                }
            }
        }
    }

    /// <summary>Asks for a name and a password.</summary>
    /// <param name="caption">A heading.</param>
    /// <param name="message">A sentence.</param>
    /// <param name="userName">The name, when it is known.</param>
    public PSCredential AskCredential(string caption, string message, string? userName)
    {
        WriteHeading(caption, message);
        string name = string.IsNullOrEmpty(userName) ? ReadLine("User: ") : userName;
        return new PSCredential(name, ReadSecret($"Password for user {name}: "));
    }

    private static string Letter(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&');
        return mark >= 0 && mark + 1 < choice.Label.Length
            ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant()
            : choice.Label;
    }

    private PSObject AskField(FieldDescription field)
    {
        if (field.ParameterTypeFullName == typeof(SecureString).FullName)
        {
            return new PSObject(ReadSecret($"{field.Name}: "));
        }

        if (!field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal))
        {
            return new PSObject(ReadLine($"{field.Name}: "));
        }

        List<string> items = [];
        while (ReadLine($"{field.Name}[{items.Count}]: ") is { Length: > 0 } item)
        {
            items.Add(item);
        }

        return new PSObject(items.ToArray());
    }

    private void WriteHeading(string caption, string message)
    {
        foreach (string line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
            {
                screen.WriteLine(line);
            }
        }
    }

    private string Read(string prompt, bool isSecret)
    {
        if (nonInteractive)
        {
            throw new PSInvalidOperationException(
                "The console was started with -NonInteractive: it reads no answers. Give every mandatory parameter, "
                + "and -Confirm:$false where a cmdlet asks.");
        }

        return Reader(prompt, isSecret)
            ?? throw new PSInvalidOperationException("The input ended before the question was answered.");
    }
}
