using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Configuration;

/// <summary>What is kept in a file as JSON or CSV is put back as it was.</summary>
[Collection(SessionCollection.Name)]
public sealed class RoundTripTests : LocalXRay
{
    private const string Policy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"xray:PutTraceSegments","Resource":"*"}]}""";

    public static TheoryData<string, int> Kept => new()
    {
        { "json", 2 },
        { "json", 1 },
        { "json", 8 },
        { "csv", 0 },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Groups_are_made_again(string format, int depth)
    {
        MakeGroups();
        object[] kept = Keep("Get-XRayGroup shop*", format, depth);
        string[] before = Groups();
        Good("Get-XRayGroup shop* | Remove-XRayGroup -Confirm:$false");

        Good("$input | New-XRayGroup", kept);

        Assert.Equal(before, Groups());
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Groups_are_set_as_they_were(string format, int depth)
    {
        MakeGroups();
        object[] kept = Keep("Get-XRayGroup", format, depth);
        string[] before = Groups();

        // Made anew, a group has another ARN: the name is what counts.
        Good("Remove-XRayGroup shop -Confirm:$false; New-XRayGroup shop error");
        Good("Get-XRayGroup shop-* | Set-XRayGroup -FilterExpression fault -InsightsEnabled $false");

        Good("$input | Set-XRayGroup", kept);

        Assert.Equal(before, Groups());
    }

    [Fact]
    public void Parameters_go_before_what_was_kept()
    {
        MakeGroups();
        object[] kept = Keep("Get-XRayGroup shop", "json", 2);

        Group set = Assert.Single(Good("$input | Set-XRayGroup -FilterExpression throttle", kept).As<Group>());

        Assert.Equal(("throttle", true, true), (set.FilterExpression, set.InsightsEnabled, set.NotificationsEnabled));
        Assert.Single(Good("Remove-XRayGroup shop -Confirm:$false; New-XRayGroup -InputObject $args[0]".Replace("$args[0]", "@($input)", StringComparison.Ordinal), kept).As<Group>());
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Policies_are_put_back_whatever_their_revision_has_become(string format, int depth)
    {
        Good($"Set-XRayResourcePolicy sns '{Policy}'; Set-XRayResourcePolicy sqs '{Policy}'");
        object[] kept = Keep("Get-XRayResourcePolicy", format, depth);
        Good($"Set-XRayResourcePolicy sns '{Policy.Replace("Allow", "Deny", StringComparison.Ordinal)}'; Remove-XRayResourcePolicy sqs -Confirm:$false");

        Good("$input | Set-XRayResourcePolicy", kept);

        IReadOnlyList<ResourcePolicy> policies = Good("Get-XRayResourcePolicy").As<ResourcePolicy>();
        Assert.Equal([("sns", Policy), ("sqs", Policy)], policies.Select(policy => (policy.PolicyName!, policy.PolicyDocument!)).Order());
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_indexing_rule_is_put_back(string format, int depth)
    {
        Good("Set-XRayIndexingRule Default 33.25");
        object[] kept = Keep("Get-XRayIndexingRule", format, depth);
        Good("Set-XRayIndexingRule Default 1");

        Good("$input | Set-XRayIndexingRule", kept);

        Assert.Equal(33.25, Assert.Single(Good("Get-XRayIndexingRule").As<IndexingRule>()).DesiredSamplingPercentage);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_destination_is_put_back(string format, int depth)
    {
        object[] kept = Keep("Get-XRaySegmentDestination", format, depth);
        Good("Set-XRaySegmentDestination CloudWatchLogs");

        Good("$input | Set-XRaySegmentDestination", kept);

        Assert.Equal("XRay", Assert.Single(Good("Get-XRaySegmentDestination").As<TraceSegmentDestination>()).Destination);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Tags_are_put_back(string format, int depth)
    {
        Good("New-XRayGroup shop fault -Tag team=web,empty=; New-XRayGroup other fault -Tag x=y");
        object[] kept = Keep("Get-XRayGroup shop, other | Get-XRayResourceTag", format, depth);
        Good("Get-XRayGroup | Get-XRayResourceTag | Remove-XRayResourceTag -Confirm:$false");

        Good("$input | Add-XRayResourceTag", kept);

        Assert.Equal(
            ["empty=", "team=web", "x=y"],
            Good("Get-XRayGroup | Get-XRayResourceTag").As<Tag>().Select(tag => tag.ToString()).Order(StringComparer.Ordinal));
    }

    private void MakeGroups() => Good(
        """
        $null = New-XRayGroup shop 'service("shop, \"x\"") AND fault' -InsightsEnabled $true -NotificationsEnabled $true
        $null = New-XRayGroup shop-errors 'error OR fault'
        """);

    private object[] Keep(string script, string format, int depth)
    {
        object[] items = [.. Good(script).Output];
        return format == "csv" ? PowerShellText.ThroughCsv(items) : PowerShellText.FromJson(PowerShellText.ToJson(items, depth));
    }

    private string[] Groups() => [.. Good("Get-XRayGroup").As<Group>()
        .Select(group => $"{group.GroupName}: {group.FilterExpression} ({group.InsightsConfiguration})").Order(StringComparer.Ordinal)];
}
