using System.Collections;
using System.Management.Automation;
using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Configuration;

[Collection(SessionCollection.Name)]
public sealed class GroupTests : LocalXRay
{
    [Fact]
    public void A_group_is_made_with_switches_and_tags_and_found_by_name_and_by_ARN()
    {
        Group made = Assert.Single(Good(
            "New-XRayGroup shop 'service(\"shop\")' -InsightsConfiguration_InsightsEnabled $true -NotificationsEnabled $true "
            + "-Tags @{ team = 'web'; cost = 7 }").As<Group>());

        Assert.Equal(("shop", "service(\"shop\")"), (made.GroupName, made.FilterExpression));
        Assert.True(made.InsightsEnabled);
        Assert.True(made.NotificationsEnabled);
        foreach (string line in (string[])["Get-XRayGroup shop", "'shop' | Get-XRayGroup", $"Get-XRayGroup {made.GroupARN}", $"Get-XRayGroup -GroupARN {made.GroupARN}"])
        {
            Assert.Equal(made.GroupARN, Assert.Single(Good(line).As<Group>()).GroupARN);
        }

        Assert.Equal(
            ["cost=7", "team=web"],
            Good("Get-XRayGroup shop | Get-XRayResourceTag").As<Tag>().Select(tag => tag.ToString()).Order());
    }

    [Fact]
    public void All_groups_are_listed_and_wildcards_are_looked_at_here()
    {
        Good("'shop', 'Shop-errors', 'other' | ForEach-Object { New-XRayGroup $_ fault }");

        Assert.Equal(["Default", "Shop-errors", "other", "shop"], Names("Get-XRayGroup").Order(StringComparer.Ordinal));
        Assert.Equal(["Shop-errors", "shop"], Names("Get-XRayGroup shop*").Order(StringComparer.Ordinal));
        Assert.Equal(["shop"], Names("Get-XRayGroup shop*, o* -Skip 2"));
        Assert.Equal(["Default"], Names("Get-XRayGroup -First 1"));
        Assert.Equal(["shop"], Names("Get-XRayGroup other, shop, Default -First 1 -Skip 1"));
        Assert.Empty(Names("Get-XRayGroup nothing*"));
        Assert.Equal(["other", "shop"], Names("Get-XRayGroup (Get-XRayGroup other).GroupARN, s*p").Order(StringComparer.Ordinal));
        Assert.Empty(Names("Get-XRayGroup arn*"));
        Core.Model.GetGroupsResponse page = Assert.Single(Good("Get-XRayGroup o* -AsPage").As<Core.Model.GetGroupsResponse>());
        Assert.Equal("other", Assert.Single(page.Groups).GroupName);
    }

    [Fact]
    public void A_page_that_First_cut_goes_on_where_it_ended()
    {
        Good("'a', 'b', 'c' | ForEach-Object { New-XRayGroup $_ fault }");

        Core.Model.GetGroupsResponse page =
            Assert.Single(Good("Get-XRayGroup -AsPage -First 2").As<Core.Model.GetGroupsResponse>());

        Assert.Equal(["b", "c"], Names($"Get-XRayGroup -NextToken '{page.NextToken}'"));
    }

    [Fact]
    public void A_name_that_is_not_there_is_an_error_that_names_it()
    {
        Good("New-XRayGroup shop fault");

        ErrorRecord alone = Assert.Single(Shell.Run("Get-XRayGroup nope").Errors);
        Assert.Equal("InvalidRequestException,XRayPS.Commands.GetXRayGroupCommand", alone.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, alone.CategoryInfo.Category);
        Assert.Equal("nope", alone.TargetObject);
        Assert.StartsWith("Group not found: nope (GetGroup, ", alone.ErrorDetails.Message);

        Outcome among = Shell.Run("Get-XRayGroup nope, shop*");
        Assert.Equal("shop", Assert.Single(among.As<Group>()).GroupName);
        Assert.StartsWith("GroupNotFound,", Assert.Single(among.Errors).FullyQualifiedErrorId);
        Assert.Equal("There is no group 'nope'. Names are case-sensitive.", among.Errors[0].Exception.Message);
    }

    [Fact]
    public void A_name_that_cannot_be_is_an_error_that_names_it() =>
        Assert.StartsWith(
            "Invalid group name: a b (CreateGroup, ", Assert.Single(Shell.Run("New-XRayGroup 'a b' fault").Errors).ErrorDetails.Message);

    [Fact]
    public void Set_keeps_what_was_not_named()
    {
        Good("New-XRayGroup shop 'error' -InsightsEnabled $true -NotificationsEnabled $true");

        Group filter = Assert.Single(Good("Get-XRayGroup | Where-Object GroupName -eq shop | Set-XRayGroup -FilterExpression fault").As<Group>());
        Assert.Equal(("fault", true, true), (filter.FilterExpression, filter.InsightsEnabled, filter.NotificationsEnabled));

        Group quiet = Assert.Single(Good("Set-XRayGroup shop -NotificationsEnabled $false").As<Group>());
        Assert.Equal(("fault", true, false), (quiet.FilterExpression, quiet.InsightsEnabled, quiet.NotificationsEnabled));

        Good("Set-XRayGroup shop -NotificationsEnabled $true");
        Group off = Assert.Single(Good($"Set-XRayGroup -GroupARN {quiet.GroupARN} -InsightsEnabled $false").As<Group>());
        Assert.Equal(("fault", false, false), (off.FilterExpression, off.InsightsEnabled, off.NotificationsEnabled));
    }

    [Fact]
    public void Set_reads_only_when_something_is_to_be_kept()
    {
        Good("New-XRayGroup shop error");

        Assert.Equal(["GetGroup", "UpdateGroup"], Operations("Set-XRayGroup shop fault -Verbose"));
        Assert.Equal(["UpdateGroup"], Operations("Set-XRayGroup shop fault -InsightsEnabled $false -NotificationsEnabled $false -Verbose"));
    }

    [Fact]
    public void The_switches_of_Default_can_be_set_and_its_filter_cannot()
    {
        Assert.True(Assert.Single(Good("Get-XRayGroup Default | Set-XRayGroup -InsightsEnabled $true").As<Group>()).InsightsEnabled);

        ErrorRecord error = Assert.Single(Shell.Run("Set-XRayGroup Default fault").Errors);
        Assert.Equal("Default", error.TargetObject);
    }

    [Fact]
    public void Nothing_to_set_is_an_error_before_any_call()
    {
        Outcome outcome = Shell.Run("Set-XRayGroup shop -Verbose");

        Assert.StartsWith("NothingToSet,", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
        Assert.DoesNotContain(outcome.Verbose, line => line.Contains("request id", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("New-XRayGroup bad 'fautl = true'")]
    [InlineData("New-XRayGroup ok fault; Set-XRayGroup ok 'fautl = true'")]
    public void A_filter_is_checked_before_it_is_sent(string script)
    {
        Assert.StartsWith("InvalidFilterExpression,", Assert.Single(Shell.Run(script).Errors).FullyQualifiedErrorId);
        Assert.StartsWith(
            "InvalidRequestException,",
            Assert.Single(Shell.Run("New-XRayGroup bad 'fautl = true' -SkipFilterCheck").Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void One_bad_object_does_not_end_the_pipeline()
    {
        object[] input =
        [
            new Hashtable { ["GroupName"] = "slip", ["FilterExpresion"] = "fault" },
            new Hashtable { ["FilterExpression"] = "fault" },
            new Hashtable { ["GroupName"] = "wrong", ["FilterExpression"] = "fautl" },
            new Hashtable { ["GroupName"] = "maybe", ["FilterExpression"] = "fault", ["InsightsEnabled"] = "perhaps" },
            5,
            new Hashtable { ["GroupName"] = "good", ["FilterExpression"] = "fault", ["Tags"] = new Hashtable { ["a"] = 1 } },
        ];

        Outcome outcome = Shell.Run("$input | New-XRayGroup", input);

        Assert.Equal("good", Assert.Single(outcome.As<Group>()).GroupName);
        Assert.Equal(
            ["InvalidGroup", "InvalidGroup", "InvalidFilterExpression", "InvalidGroup", "InvalidGroup"],
            outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.StartsWith("'FilterExpresion' is not known here; GroupName,", outcome.Errors[0].Exception.Message);
        Assert.StartsWith("The hashtable names no group", outcome.Errors[1].Exception.Message);
        Assert.Same(input[3], PSObject.AsPSObject(outcome.Errors[3].TargetObject).BaseObject);
        Assert.Equal("a=1", Assert.Single(Good("Get-XRayGroup good | Get-XRayResourceTag").As<Tag>()).ToString());
    }

    [Fact]
    public void Groups_are_removed_by_name_by_ARN_and_through_the_pipeline()
    {
        Good("'shop', 'shop-errors', 'by-arn', 'by-text' | ForEach-Object { New-XRayGroup $_ fault }");

        Assert.Empty(Good("Get-XRayGroup shop* | Remove-XRayGroup -PassThru -WhatIf").Output);
        Assert.Equal(5, Names("Get-XRayGroup").Length);
        Assert.Empty(Good("Get-XRayGroup shop* | Remove-XRayGroup -Confirm:$false").Output);
        Good("Remove-XRayGroup -GroupARN (Get-XRayGroup by-arn).GroupARN -Confirm:$false");
        Good("'by-text' | Remove-XRayGroup -Confirm:$false");

        Assert.Equal(["Default"], Names("Get-XRayGroup"));
        Outcome again = Shell.Run("Remove-XRayGroup shop -Confirm:$false");
        Assert.Equal("shop", Assert.Single(again.Errors).TargetObject);
        Assert.Equal(ErrorCategory.ObjectNotFound, again.Errors[0].CategoryInfo.Category);
    }

    [Fact]
    public void A_group_that_was_removed_can_be_made_again()
    {
        Good("New-XRayGroup shop error -InsightsEnabled $true");

        Group again = Assert.Single(Good("Remove-XRayGroup shop -PassThru -Confirm:$false | New-XRayGroup").As<Group>());

        Assert.Equal(("shop", "error", true), (again.GroupName, again.FilterExpression, again.InsightsEnabled));
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(Good("New-XRayGroup shop fault -WhatIf").Output);
        Good("New-XRayGroup shop fault");
        Assert.Empty(Good("Set-XRayGroup shop error -WhatIf").Output);

        Assert.Equal("fault", Assert.Single(Good("Get-XRayGroup shop").As<Group>()).FilterExpression);
    }

    private string[] Names(string script) => [.. Good(script).As<Group>().Select(group => group.GroupName!)];

    private string[] Operations(string script) => [.. Good(script).Verbose
        .Where(line => line.Contains(": request id", StringComparison.Ordinal)).Select(line => line.Split(':')[0])];
}
