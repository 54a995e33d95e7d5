using System.Management.Automation;
using XRayPS.Binding;

namespace XRayPS.Module.Tests.Binding;

public sealed class TagTests
{
    [Fact]
    public void Tags_come_in_many_forms()
    {
        PSObject custom = new();
        custom.Properties.Add(new PSNoteProperty("Key", "a"));
        custom.Properties.Add(new PSNoteProperty("Value", "b"));

        Assert.Equal(["a=b"], Read(new System.Collections.Hashtable { ["a"] = "b" }));
        Assert.Equal(["a=b=c", "d="], Read(new object[] { "a=b=c", "d=" }));
        Assert.Equal(["a=b"], Read(custom));
        Assert.Equal(["a=b"], Read(new System.Collections.Hashtable { ["Key"] = "a", ["Value"] = "b" }));
        Assert.Equal(["a=b", "c=1"], Read(new object[] { new Tag { Key = "a", Value = "b" }, new PSObject(new System.Collections.Hashtable { ["c"] = 1 }) }));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("=b")]
    [InlineData(5)]
    public void What_is_no_tag_is_named(object input)
    {
        PSArgumentException failure = Assert.Throws<PSArgumentException>(() => TagTransformationAttribute.Read(input));

        Assert.Contains($"'{input}' is no tag", failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Read(object input) => TagTransformationAttribute.Read(input).Select(tag => tag.ToString());
}
