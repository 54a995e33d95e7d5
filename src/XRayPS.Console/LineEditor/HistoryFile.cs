using System.Text;
using System.Text.RegularExpressions;

namespace XRayPS.Console.LineEditor;

/// <summary>
/// The history on disk, for the user's eyes only. It is a convenience: where it cannot be read or written, there is
/// none. A line break inside an entry is written as a backtick at the end of the line, as PowerShell's own editor
/// does. Lines that look as if they held a secret are not written.
/// </summary>
/// <param name="path">The file.</param>
internal sealed partial class HistoryFile(string path)
{
    private const int Kept = 1000;

    /// <summary>The file in the user's configuration folder, or null where there is no such folder.</summary>
    public static HistoryFile? ForUser()
    {
        // The folder need not be there yet.
        string folder = Environment.GetFolderPath(
            Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? null : new HistoryFile(Path.Combine(folder, "XRayPS", "history.txt"));
    }

    /// <summary>The newest entries, oldest first.</summary>
    public IReadOnlyList<string> Read()
    {
        try
        {
            List<string> entries = [];
            StringBuilder entry = new();
            foreach (string line in File.Exists(path) ? File.ReadAllLines(path) : [])
            {
                if (line.EndsWith('`'))
                {
                    entry.Append(line, 0, line.Length - 1).Append('\n');
                    continue;
                }

                entries.Add(entry.Append(line).ToString());
                entry.Clear();
            }

            return entries.Count > Kept ? entries[^Kept..] : entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry.</param>
    public void Append(string entry)
    {
        if (Secret().IsMatch(entry))
        {
            return;
        }

        try
        {
            FileStreamOptions options = new() { Mode = FileMode.Append, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using StreamWriter writer = new(path, new UTF8Encoding(false), options);
            writer.Write(entry.Replace("\n", "`\n") + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No history then; the line itself has run.
        }
    }

    [GeneratedRegex("secret|SessionToken|password|AccessKey|AsPlainText|\\s-(AK|SK|ST)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
