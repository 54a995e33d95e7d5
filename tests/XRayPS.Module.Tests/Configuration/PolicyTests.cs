using System.Management.Automation;
using XRayPS.Module.Tests.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Configuration;

[Collection(SessionCollection.Name)]
public sealed class PolicyTests : LocalXRay
{
    private const string Json =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":["xray:PutTraceSegments","xray:GetSamplingRules"],"Resource":"*"}]}""";

    private const string Table =
        "[ordered]@{ Version = '2012-10-17'; Statement = @([ordered]@{ Effect = 'Allow'; Principal = @{ Service = 'sns.amazonaws.com' }; "
        + "Action = 'xray:PutTraceSegments', 'xray:GetSamplingRules'; Resource = '*' }) }";

    private readonly string _folder = Directory.CreateTempSubdirectory("xrayps-policies").FullName;

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_document_is_text_a_hashtable_or_a_file()
    {
        File.WriteAllText(Path.Combine(_folder, "sns [1].json"), "\uFEFF" + Json);
        string[] lines =
        [
            $"Set-XRayResourcePolicy sns '{Json}'",
            $"Set-XRayResourcePolicy sns ({Table})",
            $"Set-XRayResourcePolicy sns -LiteralPath '{_folder}/sns [1].json'",
            $"Set-XRayResourcePolicy sns -Path '{_folder}/*.json'",
        ];

        for (int i = 0; i < lines.Length; i++)
        {
            ResourcePolicy policy = Assert.Single(Good(lines[i]).As<ResourcePolicy>());
            Assert.Equal(("sns", $"{i + 1}", Json), (policy.PolicyName, policy.PolicyRevisionId, policy.PolicyDocument));
        }
    }

    [Fact]
    public void Policies_are_listed_by_name_and_wildcard()
    {
        Good($"'sns', 'sqs', 'other' | ForEach-Object {{ Set-XRayResourcePolicy $_ '{Json}' }}");

        Assert.Equal(["other", "sns", "sqs"], Names("Get-XRayResourcePolicy"));
        Assert.Equal(["sns", "sqs"], Names("Get-XRayResourcePolicy S*"));
        Assert.Equal(["sqs"], Names("'sqs' | Get-XRayResourcePolicy"));
        Outcome missing = Shell.Run("Get-XRayResourcePolicy nope, sns, SNS");
        Assert.Equal("sns", Assert.Single(missing.As<ResourcePolicy>()).PolicyName);
        Assert.Equal(["nope", "SNS"], missing.Errors.Select(error => (string)error.TargetObject));
        Assert.All(missing.Errors, error => Assert.StartsWith("ResourcePolicyNotFound,", error.FullyQualifiedErrorId));
        Assert.Empty(Names("Get-XRayResourcePolicy nope*"));
        Assert.Single(Shell.Run("Get-XRayResourcePolicy nope, sns -First 1").Output);
    }

    [Fact]
    public void A_revision_guards_against_what_others_did()
    {
        Good($"Set-XRayResourcePolicy sns '{Json}' -PolicyRevisionId 0");

        ErrorRecord error = Assert.Single(Shell.Run($"Set-XRayResourcePolicy sns '{Json}' -PolicyRevisionId 0").Errors);
        Assert.StartsWith("InvalidPolicyRevisionIdException,", error.FullyQualifiedErrorId);
        Assert.Equal("sns", error.TargetObject);
        Good("$old = Get-XRayResourcePolicy sns");
        Good($"Set-XRayResourcePolicy sns '{Json}' -PolicyRevisionId 1");
        Assert.StartsWith(
            "InvalidPolicyRevisionIdException,",
            Assert.Single(Shell.Run("$old | Remove-XRayResourcePolicy -Confirm:$false").Errors).FullyQualifiedErrorId);
        Assert.Equal("2", Assert.Single(Good("Get-XRayResourcePolicy | Remove-XRayResourcePolicy -PassThru -Confirm:$false").As<ResourcePolicy>()).PolicyRevisionId);
        Assert.Empty(Names("Get-XRayResourcePolicy"));
    }

    [Fact]
    public void A_policy_that_locks_out_needs_the_bypass()
    {
        const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"xray:*","Resource":"*"}}""";

        Assert.StartsWith(
            "LockoutPreventionException,", Assert.Single(Shell.Run($"Set-XRayResourcePolicy deny '{Deny}'").Errors).FullyQualifiedErrorId);
        Assert.Single(Good($"Set-XRayResourcePolicy deny '{Deny}' -BypassPolicyLockoutCheck").Output);
    }

    [Fact]
    public void What_is_no_policy_is_an_error_that_names_the_input()
    {
        ErrorRecord malformed = Assert.Single(Shell.Run("Set-XRayResourcePolicy bad nonsense").Errors);
        Assert.StartsWith("MalformedPolicyDocumentException,", malformed.FullyQualifiedErrorId);
        Assert.Equal("bad", malformed.TargetObject);
        Assert.Contains("-Path", malformed.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        Outcome outcome = Shell.Run($"@{{ PolicyName = 'x' }}, 5, @{{ PolicyName = 'good'; PolicyDocument = {Table} }} | Set-XRayResourcePolicy");
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.StartsWith("InvalidPolicy,", error.FullyQualifiedErrorId));
        Assert.Equal("good", Assert.Single(outcome.As<ResourcePolicy>()).PolicyName);
    }

    [Fact]
    public void A_file_that_is_not_there_or_is_not_one_ends_the_cmdlet()
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), Json);
        File.WriteAllText(Path.Combine(_folder, "b.json"), Json);

        Assert.Equal("FileNotRead", IdOf($"Set-XRayResourcePolicy x -LiteralPath '{_folder}/none.json'"));
        Assert.Equal("PathNotFound", IdOf($"Set-XRayResourcePolicy x -Path '{_folder}/none.json'"));
        Assert.Equal("InvalidPolicy", IdOf($"Set-XRayResourcePolicy x -Path '{_folder}/*.json'"));
        Assert.Equal("NotAFile", IdOf("Set-XRayResourcePolicy x -LiteralPath Variable:none"));
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Good($"Set-XRayResourcePolicy sns '{Json}'");

        Good($"Set-XRayResourcePolicy sns '{Json}' -WhatIf; Get-XRayResourcePolicy | Remove-XRayResourcePolicy -WhatIf");

        Assert.Equal("1", Assert.Single(Good("Get-XRayResourcePolicy").As<ResourcePolicy>()).PolicyRevisionId);
    }

    private string IdOf(string script) => Assert.Single(Shell.Run(script).Errors).FullyQualifiedErrorId.Split(',')[0];

    private string[] Names(string script) =>
        [.. Good(script).As<ResourcePolicy>().Select(policy => policy.PolicyName!).Order(StringComparer.Ordinal)];
}
