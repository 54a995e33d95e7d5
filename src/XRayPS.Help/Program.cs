using System.Xml.Linq;
using XRayPS.Help.Maml;
using XRayPS.Help.Pages;
using XRayPS.Help.Text;

namespace XRayPS.Help;

/// <summary>
/// <c>XRayPS.Help DOCS OUT</c> reads the pages in DOCS and writes <c>XRayPS.dll-Help.xml</c> and the about topics to OUT.
/// </summary>
internal static class Program
{
    private const string HelpFile = "XRayPS.dll-Help.xml";

    private static int Main(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("usage: XRayPS.Help DOCS OUT");
            return 2;
        }

        List<XElement> commands = [];
        int failures = 0;
        Directory.CreateDirectory(arguments[1]);
        foreach (string file in Directory.EnumerateFiles(arguments[0], "*.md").Order(StringComparer.Ordinal))
        {
            try
            {
                Read(file, arguments[1], commands);
            }
            catch (PageException exception)
            {
                // The form in which MSBuild knows an error, so that editors jump to the line.
                Console.Error.WriteLine($"{Path.GetFullPath(file)}({exception.Line}): error HELP: {exception.Message}");
                failures++;
            }
        }

        if (failures > 0)
        {
            return 1;
        }

        MamlWriter.Write(commands, Path.Combine(arguments[1], HelpFile));
        return 0;
    }

    private static void Read(string file, string output, List<XElement> commands)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        string markdown = File.ReadAllText(file);
        if (name.StartsWith("about_", StringComparison.Ordinal))
        {
            File.WriteAllText(Path.Combine(output, name + ".help.txt"), AboutTopic.Convert(name, markdown));
            return;
        }

        CommandPage page = CommandPage.Parse(markdown);
        if (page.Name != name)
        {
            throw new PageException(1, $"The page is about {page.Name}; its file should be {page.Name}.md.");
        }

        commands.Add(MamlWriter.Build(page));
    }
}
