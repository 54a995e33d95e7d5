using System.Management.Automation;
using XRayPS.Module.Tests.Engine;

namespace XRayPS.Module.Tests.Completion;

public sealed class CompletionTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("Get-XRayTraceSummary -Last ", "5m", "15m", "30m", "1h", "6h", "1d", "7d")]
    [InlineData("Get-XRayTraceSummary -Last 1", "15m", "1h", "1d")]
    [InlineData("Get-XRayTraceSummary -StartTime n", "now")]
    [InlineData("Get-XRayTraceSummary -TimeRangeType ", "Event", "Service", "TraceId")]
    [InlineData("Get-XRayTraceSummary -SamplingStrategy ", "FixedRate", "PartialScan")]
    [InlineData("Set-XRayEncryptionConfig -Type ", "KMS", "NONE")]
    [InlineData("Wait-XRayEncryptionConfig -Status ", "ACTIVE", "UPDATING")]
    [InlineData("Get-XRayOperation -Name BatchG", "BatchGetTraces")]
    [InlineData("Invoke-XRayOperation puttr", "PutTraceSegments")]
    [InlineData("Measure-XRayTrace -GroupBy U", "Url", "User", "UserAgent")]
    [InlineData("Find-XRayProblem -Kind R", "RepeatedCalls", "RetryStorm")]
    [InlineData("Compare-XRayServiceGraph -FailOn Va", "VanishedEdge", "VanishedNode")]
    [InlineData("Get-XRayTrace -Region eu-west-", "eu-west-1", "eu-west-2", "eu-west-3")]
    [InlineData("Get-XRayInsight -State ", "ACTIVE", "CLOSED")]
    [InlineData("Get-XRayRetrievedTrace -Format ", "OTEL", "XRAY")]
    [InlineData("New-XRaySamplingRule -HTTPMethod P", "POST", "PUT", "PATCH")]
    [InlineData("Test-XRaySamplingRule -ServiceType AWS::EC", "AWS::EC2::Instance", "AWS::ECS::Container", "AWS::ECS::EC2", "AWS::ECS::Fargate")]
    [InlineData("Get-XRayServiceStatistic -Period ", "300", "60")]
    public void Values_are_offered(string line, params string[] expected) =>
        Assert.Equal(expected, Complete(line));

    [Fact]
    public void Profiles_come_from_the_file_that_is_named_and_are_quoted_where_needed()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "[prod]\naws_access_key_id=a\naws_secret_access_key=b\n[my test]\naws_access_key_id=a\naws_secret_access_key=b\n");
        try
        {
            Assert.Equal(["'my test'", "prod"], Complete($"Get-XRayTrace -ProfileLocation {file} -ProfileName ").Order());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_completer_never_throws() =>
        Assert.Empty(Complete("Get-XRayTrace -ProfileLocation /nowhere/at/all -ProfileName zzz"));

    private string[] Complete(string line)
    {
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = _shell.Runspace;
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell)
            .CompletionMatches.Where(match => match.ResultType == CompletionResultType.ParameterValue)
            .Select(match => match.CompletionText)];
    }
}
