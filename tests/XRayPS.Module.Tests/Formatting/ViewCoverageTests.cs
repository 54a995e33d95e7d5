using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using XRayPS.Formatting;
using XRayPS.Paging;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>Whatever a cmdlet emits has a table and a list of its own, and the views show members that are there.</summary>
public sealed class ViewCoverageTests
{
    private static readonly XElement[] Views = [.. Directory
        .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src", "XRayPS", "Formatting"), "*.Format.ps1xml")
        .SelectMany(file => XDocument.Load(file).Descendants("View"))];

    public static TheoryData<Type> EmittedTypes => [.. typeof(Cells).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<OutputTypeAttribute>())
        .SelectMany(attribute => attribute.Type)
        .Select(type => type.Type)
        .Where(type => type?.Namespace?.StartsWith("XRayPS", StringComparison.Ordinal) is true)
        .Distinct()];

    /// <summary>The pages of -AsPage: the responses of the operations that page.</summary>
    public static TheoryData<Type> Pages => [.. typeof(PagedOperations)
        .GetProperties(BindingFlags.Static | BindingFlags.NonPublic)
        .Select(property => property.PropertyType.GenericTypeArguments[1])
        .Distinct()];

    [Theory]
    [MemberData(nameof(EmittedTypes))]
    [MemberData(nameof(Pages))]
    public void EveryEmittedTypeHasATableAndAList(Type type)
    {
        XElement[] views = [.. Views.Where(view => view.Descendants("TypeName").Any(name => name.Value == type.FullName))];

        Assert.Contains(views, view => view.Element("TableControl") is not null);
        Assert.Contains(views, view => view.Element("ListControl") is not null);
    }

    [Fact]
    public void EveryCellIsThere()
    {
        // The engine shows a cell whose script fails as an empty one.
        foreach (string script in Views.SelectMany(view => view.Descendants("ScriptBlock")).Select(block => block.Value))
        {
            foreach (Match call in Regex.Matches(script, @"\[(XRayPS\.Formatting\.\w+)\]::(\w+)\("))
            {
                Assert.True(typeof(Cells).Assembly.GetType(call.Groups[1].Value)?.GetMethod(call.Groups[2].Value) is not null, script);
            }
        }
    }

    [Fact]
    public void EveryShownPropertyIsThere()
    {
        foreach (XElement view in Views)
        {
            string name = view.Descendants("TypeName").First().Value;
            Type? type = typeof(TraceSummary).Assembly.GetType(name) ?? typeof(Cells).Assembly.GetType(name);
            Assert.True(type is not null, $"The view {view.Element("Name")?.Value} is of {name}, which does not exist.");
            foreach (XElement property in view.Descendants("PropertyName"))
            {
                Assert.True(type.GetProperty(property.Value) is not null, $"{name} has no {property.Value}.");
            }
        }
    }
}
