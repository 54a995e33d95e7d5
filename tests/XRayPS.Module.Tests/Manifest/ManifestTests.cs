using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using XRayPS.Commands;
using XRayPS.Module.Tests.Engine;

namespace XRayPS.Module.Tests.Manifest;

public class ManifestTests
{
    private static readonly string[] Defined = [.. typeof(GetXRayOperationCommand).Assembly.GetTypes()
        .Where(type => !type.IsAbstract)
        .Select(type => type.GetCustomAttribute<CmdletAttribute>())
        .OfType<CmdletAttribute>()
        .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
        .Order(StringComparer.Ordinal)];

    [Fact]
    public void Manifest_exports_the_cmdlets_that_are_defined()
    {
        string[] exported = Names("CmdletsToExport");

        Assert.Equal(Defined, exported.Order(StringComparer.Ordinal));
        Assert.Equal(exported.Order(StringComparer.OrdinalIgnoreCase), exported);
        Assert.Equal("7.4", Values()["PowerShellVersion"]);
    }

    [Fact]
    public void Manifest_names_every_file_of_views()
    {
        IEnumerable<string> staged = Directory.EnumerateFiles(Path.GetDirectoryName(StagedModule.Manifest)!, "*.Format.ps1xml")
            .Select(file => Path.GetFileName(file)!);

        Assert.Equal(staged.Order(StringComparer.Ordinal), Names("FormatsToProcess").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Import_brings_the_cmdlets_and_nothing_else()
    {
        using Shell shell = new();

        Outcome commands = shell.Run("Get-Command -Module XRayPS");

        Assert.Equal(Defined, commands.As<CmdletInfo>().Select(command => command.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Verbs_are_approved_and_nouns_singular_with_the_prefix()
    {
        HashSet<string> approved = [.. typeof(VerbsCommon).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(VerbsCommon).Namespace && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)];

        Assert.All(Defined, name =>
        {
            string[] parts = name.Split('-');
            Assert.Contains(parts[0], approved);
            Assert.StartsWith("XRay", parts[1]);
        });
    }

    private static string[] Names(string key) => [.. ((object[])Values()[key]!).Cast<string>()];

    private static System.Collections.Hashtable Values()
    {
        Ast manifest = Parser.ParseFile(StagedModule.Manifest, out _, out ParseError[] errors);
        Assert.Empty(errors);
        HashtableAst table = (HashtableAst)manifest.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false);
        return (System.Collections.Hashtable)table.SafeGetValue();
    }
}
