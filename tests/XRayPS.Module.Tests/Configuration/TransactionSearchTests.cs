using System.Management.Automation;
using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Configuration;

[Collection(SessionCollection.Name)]
public sealed class TransactionSearchTests : LocalXRay
{
    [Theory]
    [InlineData("Set-XRayIndexingRule -DesiredSamplingPercentage 12.5")]
    [InlineData("Set-XRayIndexingRule Default 12.5")]
    [InlineData("Set-XRayIndexingRule -Name Default -Probabilistic_DesiredSamplingPercentage 12.5")]
    [InlineData("Get-XRayIndexingRule | Set-XRayIndexingRule -DesiredSamplingPercentage 12.5")]
    [InlineData("@{ Name = 'Default'; DesiredSamplingPercentage = '12.5' } | Set-XRayIndexingRule")]
    public void The_indexing_rule_is_set(string line)
    {
        IndexingRule set = Assert.Single(Good(line).As<IndexingRule>());

        Assert.Equal(("Default", 12.5), (set.Name, set.DesiredSamplingPercentage));
        Assert.Equal(12.5, Assert.Single(Good("Get-XRayIndexingRule De*").As<IndexingRule>()).DesiredSamplingPercentage);
    }

    [Fact]
    public void A_rule_that_is_not_there_is_an_error_that_names_it()
    {
        ErrorRecord get = Assert.Single(Shell.Run("Get-XRayIndexingRule nope").Errors);
        Assert.StartsWith("IndexingRuleNotFound,", get.FullyQualifiedErrorId);
        ErrorRecord set = Assert.Single(Shell.Run("Set-XRayIndexingRule nope 5").Errors);
        Assert.StartsWith("ResourceNotFoundException,", set.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, set.CategoryInfo.Category);
        Assert.Equal("nope", set.TargetObject);
        Outcome objects = Shell.Run("@{ Name = 'Default' }, @{ Name = 'Default'; DesiredSamplingPercentage = 'many' }, 5 | Set-XRayIndexingRule");
        Assert.Equal(
            ["NothingToSet", "InvalidIndexingRule", "InvalidIndexingRule"],
            objects.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal("DesiredSamplingPercentage is 'many', which is no number.", objects.Errors[1].Exception.Message);
    }

    [Fact]
    public void The_destination_is_set_and_waited_for()
    {
        TraceSegmentDestination before = Assert.Single(Good("Get-XRaySegmentDestination").As<TraceSegmentDestination>());
        Assert.Equal(("XRay", "ACTIVE"), (before.Destination, before.Status));

        Assert.Equal("PENDING", Assert.Single(Good("Set-XRaySegmentDestination CloudWatchLogs").As<TraceSegmentDestination>()).Status);
        TraceSegmentDestination after =
            Assert.Single(Good("Set-XRaySegmentDestination -Destination CloudWatchLogs -Wait").As<TraceSegmentDestination>());
        Assert.Equal(("CloudWatchLogs", "ACTIVE"), (after.Destination, after.Status));
        Good("Set-XRaySegmentDestination XRay -WhatIf");
        Assert.Equal("CloudWatchLogs", Assert.Single(Good("Get-XRaySegmentDestination").As<TraceSegmentDestination>()).Destination);
    }

    [Fact]
    public void A_key_goes_with_the_log_group_alone()
    {
        const string Key = "-CloudWatchLogsConfiguration_SpansLogGroupKmsKeyId arn:aws:kms:us-east-1:000000000000:key/a";

        Assert.Single(Good("Set-XRaySegmentDestination CloudWatchLogs " + Key).Output);
        Assert.StartsWith(
            "InvalidRequestException,", Assert.Single(Shell.Run("Set-XRaySegmentDestination XRay " + Key).Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void A_destination_is_an_object_too()
    {
        Good("$old = Get-XRaySegmentDestination; Set-XRaySegmentDestination CloudWatchLogs");

        Assert.Equal("XRay", Assert.Single(Good("$old | Set-XRaySegmentDestination").As<TraceSegmentDestination>()).Destination);
        Assert.Equal("CloudWatchLogs", Assert.Single(Good("@{ Destination = 'cloudwatchlogs' } | Set-XRaySegmentDestination").As<TraceSegmentDestination>()).Destination);
        Outcome bad = Shell.Run("@{ Destination = '7' }, 'nowhere' | Set-XRaySegmentDestination");
        Assert.Equal(
            ["'7' is no destination; XRay and CloudWatchLogs are.", "'nowhere' is no destination; XRay and CloudWatchLogs are."],
            bad.Errors.Select(error => error.Exception.Message));
    }

    [Fact]
    public void One_call_writes_and_WhatIf_none()
    {
        Good("Set-XRayIndexingRule Default 50 -WhatIf");

        Assert.Equal(1, Assert.Single(Good("Get-XRayIndexingRule").As<IndexingRule>()).DesiredSamplingPercentage);
    }
}
