using System.Management.Automation;
using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Configuration;

[Collection(SessionCollection.Name)]
public sealed class TagTests : LocalXRay
{
    [Theory]
    [InlineData("@{ team = 'web'; cost = 7 }", "cost=7", "team=web")]
    [InlineData("'team=web', 'path=a=b'", "path=a=b", "team=web")]
    [InlineData("@{ Key = 'team'; Value = 'web' }, @{ Key = 'empty'; Value = $null }", "empty=", "team=web")]
    [InlineData("([pscustomobject]@{ Key = 'team'; Value = 'web'; ResourceARN = $null })", "team=web")]
    [InlineData("([ordered]@{ Key = 'k' })", "Key=k")]
    public void Tags_are_hashtables_texts_and_objects(string tags, params string[] expected)
    {
        Good("New-XRayGroup shop fault");

        Good($"Get-XRayGroup shop | Add-XRayResourceTag -Tag {tags}");

        Assert.Equal(expected, Tags("shop"));
    }

    [Fact]
    public void Tag_records_are_tags()
    {
        Good("New-XRayGroup shop fault -Tag a=1,b=2; New-XRayGroup other fault");

        Good("Add-XRayResourceTag (Get-XRayGroup other).GroupARN (Get-XRayGroup shop | Get-XRayResourceTag)");

        Assert.Equal(["a=1", "b=2"], Tags("other"));
    }

    [Fact]
    public void Tags_that_were_read_go_to_another_resource_in_one_call()
    {
        Good("New-XRayGroup shop fault -Tag a=1,b=2; New-XRayGroup other fault -Tag a=0");

        Outcome outcome = Good("Get-XRayGroup shop | Get-XRayResourceTag | Add-XRayResourceTag -ResourceARN (Get-XRayGroup other).GroupARN -PassThru -Verbose");

        Assert.Single(outcome.Verbose, line => line.StartsWith("TagResource:", StringComparison.Ordinal));
        Assert.All(outcome.As<Tag>(), tag => Assert.Contains("group/other/", tag.ResourceARN, StringComparison.Ordinal));
        Assert.Equal(["a=1", "b=2"], Tags("other"));
    }

    [Fact]
    public void Tags_are_removed_by_key_and_through_the_pipeline_and_can_be_put_back()
    {
        Good("New-XRayGroup shop fault -Tag a=1,b=2,c=3");

        Assert.Empty(Good("Get-XRayGroup shop | Remove-XRayResourceTag -TagKeys a -Confirm:$false").Output);
        Assert.Equal(["b=2", "c=3"], Tags("shop"));
        Good("$removed = Get-XRayGroup shop | Get-XRayResourceTag | Remove-XRayResourceTag -PassThru -Confirm:$false");
        Assert.Empty(Tags("shop"));
        Good("$removed | Add-XRayResourceTag");
        Assert.Equal(["b=2", "c=3"], Tags("shop"));
        Good("Get-XRayGroup shop | Get-XRayResourceTag | Remove-XRayResourceTag -WhatIf");
        Assert.Equal(["b=2", "c=3"], Tags("shop"));
    }

    [Fact]
    public void What_is_no_tag_or_stands_twice_is_refused()
    {
        foreach ((string tag, string sentence) in new[]
        {
            ("oops", "'oops' is no tag. Say 'key=value', or @{ key = 'value' }."),
            ("a=1,a=2", "The tag 'a' is given twice."),
            ("5", "'5' is no tag: it has no Key and Value."),
        })
        {
            Assert.EndsWith(sentence, Assert.Single(Shell.Run($"Add-XRayResourceTag arn -Tag {tag}").Errors).Exception.Message);
        }
    }

    [Fact]
    public void A_tag_that_belongs_to_nothing_is_one_error()
    {
        Good("New-XRayGroup shop fault");

        Outcome outcome = Shell.Run(
            "@{ Key = 'a'; Value = 1 }, 5, @{ Key = 'b'; Value = 2; ResourceARN = (Get-XRayGroup shop).GroupARN } | Add-XRayResourceTag");

        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.StartsWith("InvalidTag,", error.FullyQualifiedErrorId));
        Assert.Equal("The tag 'a' does not say what it belongs to; give -ResourceARN.", outcome.Errors[0].Exception.Message);
        Assert.Equal(["b=2"], Tags("shop"));
    }

    [Fact]
    public void An_unknown_resource_is_one_error_of_its_own()
    {
        const string Unknown = "arn:aws:xray:us-east-1:000000000000:group/none/A";
        Good("New-XRayGroup shop fault -Tag a=1");

        Outcome outcome = Shell.Run($"'{Unknown}', (Get-XRayGroup shop).GroupARN | Get-XRayResourceTag");

        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("ResourceNotFoundException,", error.FullyQualifiedErrorId);
        Assert.Equal(Unknown, error.TargetObject);
        Assert.Equal("a=1", Assert.Single(outcome.As<Tag>()).ToString());
    }

    private string[] Tags(string group) =>
        [.. Good($"Get-XRayGroup {group} | Get-XRayResourceTag").As<Tag>().Select(tag => tag.ToString()).Order(StringComparer.Ordinal)];
}
