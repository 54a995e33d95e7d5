using System.Management.Automation;
using XRayPS.Core.Model;
using XRayPS.Json;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Sampling;

[Collection(SessionCollection.Name)]
public sealed class SamplingRuleCommandTests : LocalXRay
{
    [Fact]
    public void A_rule_is_made_with_what_was_named_and_matches_anything_else()
    {
        SamplingRule rule = Assert.Single(Good(
            "New-XRaySamplingRule checkout 10 -URLPath /api/* -HTTPMethod POST -FixedRate 0.5 -Attributes @{ tier = 'gold' } "
            + "-MaxRate 0.9 -CooldownWindowMinutes 5 -Tag @{ team = 'shop' }").As<SamplingRule>());

        Assert.Equal(("checkout", 10, 0.5, 1), (rule.RuleName, rule.Priority, rule.FixedRate, rule.ReservoirSize));
        Assert.Equal(("POST", "/api/*", "*", "*", "*", "*"), (rule.HTTPMethod, rule.URLPath, rule.Host, rule.ServiceName, rule.ServiceType, rule.ResourceARN));
        Assert.Equal("tier=gold", rule.Attributes!.ToString());
        Assert.Equal((0.9, 5), (rule.SamplingRateBoost!.MaxRate, rule.SamplingRateBoost.CooldownWindowMinutes));
        Assert.NotNull(rule.CreatedAt);
        PSObject tags = Assert.Single(Good($"Invoke-XRayOperation ListTagsForResource @{{ ResourceARN = '{rule.RuleARN}' }}").Output);
        Assert.Contains("team", LanguagePrimitives.ConvertTo<string>(((object[])tags.Properties["Tags"].Value)[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_found_by_name_wildcard_and_arn()
    {
        Good("'a1', 'a2', 'b1' | New-XRaySamplingRule -Priority 5");

        Assert.Equal(["a1", "a2", "b1", "Default"], Names("Get-XRaySamplingRule"));
        Assert.Equal(["a1", "a2"], Names("Get-XRaySamplingRule A*"));
        Assert.Equal(["b1", "Default"], Names("Get-XRaySamplingRule b1, def*"));
        Assert.Equal(["a2"], Names("Get-XRaySamplingRule -RuleARN (Get-XRaySamplingRule a2).RuleARN"));
        Assert.Equal(["a2"], Names("Get-XRaySamplingRule -First 1 -Skip 1"));
        Assert.Equal(2, Assert.Single(Good("Get-XRaySamplingRule a* -AsPage").As<GetSamplingRulesResponse>()).SamplingRuleRecords.Count);
        Assert.Empty(Good("Get-XRaySamplingRule zzz*").Output);
        Outcome missing = Shell.Run("Get-XRaySamplingRule a1, nobody");
        Assert.Single(missing.Output);
        ErrorRecord error = Assert.Single(missing.Errors);
        Assert.Equal((ErrorCategory.ObjectNotFound, "nobody"), (error.CategoryInfo.Category, error.TargetObject));
    }

    [Fact]
    public void What_people_wrote_has_no_member_that_is_left_aside()
    {
        Good("New-XRaySamplingRule one 5; New-XRaySamplingRule two 6");

        Outcome outcome = Shell.Run(
            "Set-XRaySamplingRule -InputObject @{ RuleName = 'one'; FixdRate = 1 }, ([pscustomobject]@{ RuleName = 'two'; Hst = 1 }), "
            + "([pscustomobject]@{ RuleName = 'two'; Host = 'h'; Attributes = ''; RunspaceId = 5 })");

        Assert.Equal("h", Assert.Single(outcome.As<SamplingRule>()).Host);
        Assert.Equal(2, outcome.Errors.Count);
        Assert.StartsWith("'FixdRate' is not known here", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("'Hst' is not known here", outcome.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_rule_that_cannot_be_removed_names_it() => Assert.StartsWith(
        "Sampling rule does not exist: nobody (",
        Assert.Single(Shell.Run("Remove-XRaySamplingRule nobody -Confirm:$false").Errors).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void A_change_keeps_what_it_does_not_name_the_boost_included()
    {
        Good("New-XRaySamplingRule one 5 -URLPath /a -MaxRate 0.5 -CooldownWindowMinutes 3 -Attributes @{ k = 'v' }");

        SamplingRule changed = Assert.Single(Good("Set-XRaySamplingRule one -FixedRate 0.2 -MaxRate 0.6").As<SamplingRule>());

        Assert.Equal((0.2, "/a", 5, "k=v"), (changed.FixedRate, changed.URLPath, changed.Priority, changed.Attributes!.ToString()));
        Assert.Equal((0.6, 3), (changed.SamplingRateBoost!.MaxRate, changed.SamplingRateBoost.CooldownWindowMinutes));
        Assert.NotNull(Assert.Single(Good("Set-XRaySamplingRule one -Host h").As<SamplingRule>()).SamplingRateBoost);
        SamplingRule plain = Assert.Single(Good("Set-XRaySamplingRule one -RemoveBoost -Attributes @{}").As<SamplingRule>());
        Assert.Null(plain.SamplingRateBoost);
        Assert.Equal(("h", 0), (plain.Host, plain.Attributes!.Count));
    }

    [Fact]
    public void Rules_change_through_the_pipeline_and_Default_by_its_rates()
    {
        Good("'x1', 'x2' | New-XRaySamplingRule -Priority 5");

        Outcome changed = Good("Get-XRaySamplingRule | Set-XRaySamplingRule -FixedRate 0.25 -Verbose");

        Assert.Equal(["x1", "x2", "Default"], changed.As<SamplingRule>().Select(rule => rule.RuleName));
        Assert.All(changed.As<SamplingRule>(), rule => Assert.Equal(0.25, rule.FixedRate));
        Outcome again = Good("Get-XRaySamplingRule | Set-XRaySamplingRule -FixedRate 0.25 -Verbose");
        Assert.DoesNotContain(again.Verbose, line => line.StartsWith("UpdateSamplingRule:", StringComparison.Ordinal));
        Assert.Equal(3, again.Output.Count);
        ErrorRecord missing = Assert.Single(Shell.Run("'nobody', 'x1' | Set-XRaySamplingRule -FixedRate 1").Errors);
        Assert.Equal(("nobody", ErrorCategory.ObjectNotFound), (missing.TargetObject, missing.CategoryInfo.Category));
    }

    [Fact]
    public void Rules_are_removed_through_the_pipeline_and_WhatIf_leaves_them()
    {
        Good("'x1', 'x2', 'y' | New-XRaySamplingRule -Priority 5");

        Good("Get-XRaySamplingRule -RuleName x* | Remove-XRaySamplingRule -WhatIf");
        Assert.Equal(4, Names("Get-XRaySamplingRule").Length);
        Good("New-XRaySamplingRule z 7 -WhatIf; Set-XRaySamplingRule y -Host other -WhatIf");
        Assert.Equal("*", Assert.Single(Good("Get-XRaySamplingRule y").As<SamplingRule>()).Host);

        Assert.Equal(["x1", "x2"], Names("Get-XRaySamplingRule x* | Remove-XRaySamplingRule -Confirm:$false -PassThru"));
        Outcome rest = Shell.Run("Remove-XRaySamplingRule Default, nobody, y -Confirm:$false");
        Assert.Equal(2, rest.Errors.Count);
        Assert.Equal(["Default"], Names("Get-XRaySamplingRule"));
    }

    [Fact]
    public void Rules_kept_as_JSON_can_be_applied_again()
    {
        Good("New-XRaySamplingRule one 5 -URLPath /a -Attributes @{ k = 'v' } -MaxRate 0.5 -CooldownWindowMinutes 3; New-XRaySamplingRule two 6");
        object[] kept = [.. Good("Get-XRaySamplingRule").Output.Select(rule => JsonObjects.Read(PowerShellJson.ToUtf8(rule))!)];
        Good("Set-XRaySamplingRule one -URLPath /b -RemoveBoost -Attributes @{}; Set-XRaySamplingRule two -MaxRate 1 -CooldownWindowMinutes 1; Set-XRaySamplingRule Default -FixedRate 1");

        Good("$input | Set-XRaySamplingRule", kept);

        SamplingRule one = Assert.Single(Good("Get-XRaySamplingRule one").As<SamplingRule>());
        Assert.Equal(("/a", "k=v", 0.5), (one.URLPath, one.Attributes!.ToString(), one.SamplingRateBoost!.MaxRate));
        Assert.Null(Assert.Single(Good("Get-XRaySamplingRule two").As<SamplingRule>()).SamplingRateBoost);
        Assert.Equal(0.05, Assert.Single(Good("Get-XRaySamplingRule Default").As<SamplingRule>()).FixedRate);

        Good("Remove-XRaySamplingRule one -Confirm:$false");
        Good("$input | New-XRaySamplingRule", kept[0]);
        SamplingRule anew = Assert.Single(Good("Get-XRaySamplingRule one").As<SamplingRule>());
        Assert.Equal(("/a", "k=v", 3), (anew.URLPath, anew.Attributes!.ToString(), anew.SamplingRateBoost!.CooldownWindowMinutes));
    }

    [Theory]
    [InlineData("@{ RuleName = 'h'; Priority = 3; Attributes = @{ a = 'b' } }")]
    [InlineData("[pscustomobject]@{ SamplingRule = [pscustomobject]@{ rulename = 'h'; priority = '3'; attributes = [pscustomobject]@{ a = 'b' } }; CreatedAt = 5 }")]
    [InlineData("@{ RuleName = 'h'; Priority = 3; Attributes = @(@{ Key = 'a'; Value = 'b' }); SamplingRateBoost = $null }")]
    [InlineData("[XRayPS.SamplingRuleRecord]@{ SamplingRule = @{ RuleName = 'h'; Priority = 3 } }")]
    public void Objects_of_many_kinds_are_rules(string rule)
    {
        SamplingRule made = Assert.Single(Good($"{rule} | New-XRaySamplingRule").As<SamplingRule>());

        Assert.Equal(("h", 3), (made.RuleName, made.Priority));
        Assert.Equal("h", Assert.Single(Good($"New-XRaySamplingRule -InputObject ({rule}) -RuleName copy | ForEach-Object {{ (Get-XRaySamplingRule h).SamplingRule.RuleName }}").As<string>()));
    }

    [Theory]
    [InlineData("@{ RuleName = 'h'; Priority = 3; FixdRate = 1 }", "'FixdRate' is not known here")]
    [InlineData("@{ RuleName = 'h'; Priority = 'soon' }", "Priority is to be a whole number; 'soon' is none.")]
    [InlineData("@{ RuleName = 'h' }", "needs a RuleName and a Priority")]
    [InlineData("5", "Int32 is no sampling rule")]
    [InlineData("@{ RuleName = 'h'; Priority = 3; SamplingRateBoost = @{ MaxRate = 1 } }", "needs both -MaxRate and -CooldownWindowMinutes")]
    public void What_is_no_rule_is_one_error_and_the_others_are_made(string rule, string expected)
    {
        Outcome outcome = Shell.Run($"{rule}, @{{ RuleName = 'good'; Priority = 1 }} | New-XRaySamplingRule");

        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("InvalidSamplingRule,", error.FullyQualifiedErrorId);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("good", Assert.Single(outcome.As<SamplingRule>()).RuleName);
    }

    [Fact]
    public void The_names_of_AWS_Tools_work_and_the_rule_is_once_in_what_is_enumerated()
    {
        PSObject rule = Assert.Single(Good(
            "New-XRaySamplingRule -SamplingRule_RuleName old -SamplingRule_Priority 8 -SamplingRule_FixedRate 0.3 -SamplingRule_Host h "
            + "-SamplingRule_HTTPMethod GET -SamplingRule_Attribute @{ a = 'b' } | ForEach-Object { "
            + "Set-XRaySamplingRule -SamplingRuleUpdate_RuleName old -SamplingRuleUpdate_Priority 9 }").Output);

        Assert.Equal(9, ((SamplingRule)rule.BaseObject).Priority);
        Assert.DoesNotContain(rule.Properties, property => property.Name == "SamplingRule");
        Assert.Equal("RuleName", rule.Properties.First().Name);
        Assert.Equal(9, Assert.Single(Good("(Get-XRaySamplingRule old).SamplingRule.Priority").As<int>()));
    }

    [Theory]
    [InlineData("Get-XRaySamplingRule ", "checkout", "'of the shop'", "Default")]
    [InlineData("Set-XRaySamplingRule -RuleName ch", "checkout")]
    [InlineData("Remove-XRaySamplingRule ch", "checkout")]
    [InlineData("Get-XRaySamplingStatistic d", "Default")]
    [InlineData("Get-XRayServiceStatistic -GroupName D", "Default")]
    public void Names_are_completed_from_what_is_there(string line, params string[] expected)
    {
        Good("'checkout', 'of the shop' | New-XRaySamplingRule -Priority 5");
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = Shell.Runspace;

        CompletionResult[] offered = [.. CommandCompletion.CompleteInput(line, line.Length, null, shell)
            .CompletionMatches.Where(match => match.ResultType == CompletionResultType.ParameterValue)];

        Assert.Equal(expected, offered.Select(match => match.CompletionText));
        Assert.All(offered, match => Assert.Matches("^(priority [0-9]+: [0-9]+ a second and [0-9.]+ % of the rest|a group)$", match.ToolTip));
    }

    private string[] Names(string script) => [.. Good(script).As<SamplingRule>().Select(rule => rule.RuleName!)];
}
