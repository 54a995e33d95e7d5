using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Xml.Linq;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>Prints objects through the engine's own formatting and the module's views.</summary>
internal static class ViewRenderer
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "src", "XRayPS", "Formatting");

    private static readonly Lock Gate = new();

    private static readonly Dictionary<(int, bool, string?, string), (Runspace Runspace, CapturingHost Host)> Shells = [];

    /// <summary>What a user sees at the prompt.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colors">Whether the terminal takes escape sequences.</param>
    /// <param name="control">
    /// The kind of view, in place of the default one. The engine alone has no Format-* cmdlets, so the other views are
    /// taken out of the file.
    /// </param>
    /// <param name="culture">The user's culture: the engine wraps lines at words in some and anywhere in others.</param>
    public static string Render(IEnumerable<object> objects, int width, bool colors = false, string? control = null, string culture = "en-US")
    {
        lock (Gate)
        {
            (int, bool, string?, string) key = (width, colors, control, culture);
            if (!Shells.TryGetValue(key, out (Runspace Runspace, CapturingHost Host) shell))
            {
                Shells[key] = shell = Open(width, colors, control, culture);
            }

            return Print(shell.Runspace, shell.Host, objects);
        }
    }

    private static string Print(Runspace runspace, CapturingHost host, IEnumerable<object> objects)
    {
        int before = host.Text.Length;
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript("param($Objects) $Objects | Out-Default").AddParameter("Objects", objects.ToArray());
        shell.Invoke();
        Assert.Empty(shell.Streams.Error.Select(error => error.ToString()));
        string text = host.Text[before..];
        Assert.DoesNotContain("ERROR: ", text);
        return string.Join('\n', text.Split('\n').Select(line => line.TrimEnd('\r', ' ')));
    }

    // A runspace costs more than what is printed in it, so there is one for each kind of terminal.
    private static (Runspace Runspace, CapturingHost Host) Open(int width, bool colors, string? control, string culture)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.Types.Add(new SessionStateTypeEntry(Path.Combine(Folder, "XRayPS.Types.ps1xml")));
        string[] formats = Directory.GetFiles(Folder, "*.Format.ps1xml");
        string[] chosen = control is null ? formats : [.. formats.Select(file => Keep(file, control))];
        foreach (string file in chosen)
        {
            state.Formats.Add(new SessionStateFormatEntry(file));
        }

        // The types file names statics of this assembly, which nothing else would have loaded yet.
        _ = typeof(XRayPS.Formatting.StatisticsMembers).Assembly.GetTypes();
        CapturingHost host = new(width, colors, CultureInfo.GetCultureInfo(culture));
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        Assert.DoesNotContain("ERROR: ", host.Text);
        if (chosen != formats)
        {
            Array.ForEach(chosen, File.Delete);
        }

        return (runspace, host);
    }

    private static string Keep(string formats, string control)
    {
        XDocument document = XDocument.Load(formats);
        document.Descendants("View").Where(view => !view.Elements(control).Any()).Remove();
        string copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ps1xml");
        document.Save(copy);
        return copy;
    }
}
