using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Xml.Linq;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>Prints objects through the engine's own formatting and the module's views.</summary>
internal static class ViewRenderer
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "src", "XRayPS", "Formatting");

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
        // The types file names statics of this assembly, which nothing else would have loaded yet.
        _ = typeof(XRayPS.Formatting.StatisticsMembers).Assembly.GetTypes();
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.Types.Add(new SessionStateTypeEntry(Path.Combine(Folder, "XRayPS.Types.ps1xml")));
        string formats = Path.Combine(Folder, "XRayPS.Format.ps1xml");
        if (control is not null)
        {
            formats = Keep(formats, control);
        }

        state.Formats.Add(new SessionStateFormatEntry(formats));
        CapturingHost host = new(width, colors, CultureInfo.GetCultureInfo(culture));
        using Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript("param($Objects) $Objects | Out-Default").AddParameter("Objects", objects.ToArray());
        shell.Invoke();
        if (control is not null)
        {
            File.Delete(formats);
        }

        Assert.DoesNotContain("ERROR: ", host.Text);
        Assert.Empty(shell.Streams.Error.Select(error => error.ToString()));
        return string.Join('\n', host.Text.Split('\n').Select(line => line.TrimEnd('\r', ' ')));
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
