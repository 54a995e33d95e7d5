using System.Management.Automation;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Configuration;

/// <summary>Names and ARNs complete from what the session is connected to.</summary>
[Collection(SessionCollection.Name)]
public sealed class LiveCompletionTests : LocalXRay
{
    public LiveCompletionTests() => Good(
        """
        New-XRayGroup shop fault; New-XRayGroup shop-errors error
        Set-XRayResourcePolicy sns '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"xray:PutTraceSegments","Resource":"*"}}'
        """);

    [Theory]
    [InlineData("Get-XRayGroup ", "Default", "shop", "shop-errors")]
    [InlineData("Get-XRayGroup -GroupName sh", "shop", "shop-errors")]
    [InlineData("Set-XRayGroup shop-", "shop-errors")]
    [InlineData("Remove-XRayGroup D", "Default")]
    [InlineData("Get-XRayServiceGraph -GroupName sh", "shop", "shop-errors")]
    [InlineData("Get-XRayResourcePolicy ", "sns")]
    [InlineData("Set-XRayResourcePolicy s", "sns")]
    [InlineData("Remove-XRayResourcePolicy s", "sns")]
    [InlineData("Get-XRayIndexingRule ", "Default")]
    [InlineData("Set-XRayIndexingRule D", "Default")]
    [InlineData("Set-XRaySegmentDestination ", "CloudWatchLogs", "XRay")]
    [InlineData("Get-XRayGroup -Region eu-west-1 -GroupName ")]
    public void Names_are_offered(string line, params string[] expected) => Assert.Equal(expected, Complete(line));

    [Theory]
    [InlineData("Get-XRayGroup -GroupARN ", ":group/Default", ":group/shop/", ":group/shop-errors/")]
    [InlineData("Get-XRayResourceTag ", ":group/Default", ":group/shop/", ":group/shop-errors/", ":sampling-rule/Default")]
    [InlineData("Add-XRayResourceTag *shop-e*", ":group/shop-errors/")]
    public void ARNs_are_offered(string line, params string[] parts)
    {
        string[] offered = [.. Complete(line).Order(StringComparer.Ordinal)];

        Assert.Equal(parts.Length, offered.Length);
        Assert.All(parts.Order(StringComparer.Ordinal), part => Assert.Contains(offered, arn => arn.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void Filters_complete_in_the_cmdlets_of_groups() =>
        Assert.Contains("'responsetime'", Complete("New-XRayGroup shop -FilterExpression respo"));

    [Fact]
    public void Nothing_is_offered_and_nothing_thrown_where_nobody_answers()
    {
        Good("Connect-XRay -EndpointUrl http://127.0.0.1:9");

        Assert.Empty(Complete("Get-XRayGroup "));
        Good("Disconnect-XRay");
        Assert.Empty(Complete("Get-XRayGroup "));
    }

    private string[] Complete(string line)
    {
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = Shell.Runspace;
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell)
            .CompletionMatches.Where(match => match.ResultType == CompletionResultType.ParameterValue)
            .Select(match => match.CompletionText)];
    }
}
