using System.Management.Automation;
using XRayPS.Filters;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Filters;

[Collection(SessionCollection.Name)]
public sealed class FilterCommandTests : LocalXRay
{
    [Theory]
    [InlineData("fault AND responsetime > 1", true)]
    [InlineData("", true)]
    [InlineData("responetime > 1", false)]
    [InlineData("http.url > \"x\"", false)]
    public void An_expression_is_tested(string expression, bool valid) =>
        Assert.Equal(valid, Assert.Single(Good("$input | Test-XRayFilterExpression", expression).As<bool>()));

    [Fact]
    public void A_mistake_is_told_with_its_column_and_the_keyword_that_was_meant()
    {
        FilterReport report = Assert.Single(Good("Test-XRayFilterExpression 'fault AND responetime > 1' -Detailed").As<FilterReport>());

        Assert.False(report.IsValid);
        FilterDiagnostic mistake = Assert.Single(report.Diagnostics);
        Assert.Equal((1, 11, "responetime", "'responsetime'", true), (mistake.Line, mistake.Column, mistake.Word, mistake.Suggestion, mistake.IsCertain));
        Assert.Equal("Error Location: line 1, position 11 : Invalid input symbol: 'respone'", mistake.ServiceMessage);
    }

    [Fact]
    public void A_valid_expression_shows_its_tree()
    {
        FilterReport report = Assert.Single(
            Good("Test-XRayFilterExpression 'ok service(\"a\") { fault } or !user' -Detailed").As<FilterReport>());

        Assert.Equal("ok AND service(\"a\") { fault } OR !user", report.Normalized);
        Assert.Equal(["service(\"a\") { fault }"], report.NeedsDocuments);
        Assert.Equal(["OR", "  AND", "    ok", "    service(\"a\")", "      fault", "  NOT", "    user"], report.Tree.Select(node => node.ToString()));
    }

    [Theory]
    [InlineData("-Service a -Fault -MinResponseTime 1.5", "service(\"a\") AND fault AND responsetime >= 1.5")]
    [InlineData("-Service a, b -Fault:$false", "(service(\"a\") OR service(\"b\")) AND !fault")]
    [InlineData("-Annotation @{ tier = 'say \"gold\"' }", "annotation.tier = \"say \\\"gold\\\"\"")]
    [InlineData("-Annotation ([ordered]@{ 'a.b' = 3; on = $true; any = $null })", "annotation[a.b] = 3 AND annotation.on = true AND annotation.any")]
    [InlineData("-UrlContains /api/ -Method GET, POST -HttpStatus 500", "http.status = 500 AND (http.method = \"GET\" OR http.method = \"POST\") AND http.url CONTAINS \"/api/\"")]
    [InlineData("-User alice -GroupName slow", "user = \"alice\" AND group.name = \"slow\"")]
    [InlineData("-Ok -Condition 'user or partial'", "ok AND (user or partial)")]
    [InlineData("-MaxDuration 2 -MinDuration 1", "duration >= 1 AND duration <= 2")]
    public void An_expression_is_built(string arguments, string expected)
    {
        string built = Assert.Single(Good("New-XRayFilterExpression " + arguments).As<string>());
        Assert.Equal(expected, built);
        Assert.True(Assert.Single(Good("$input | Test-XRayFilterExpression", built).As<bool>()));
    }

    [Fact]
    public void Summaries_are_filtered_by_the_service_and_in_the_pipeline_alike()
    {
        string[] ids = [.. Enumerable.Range(0, 3).Select(_ => Core.Documents.TraceId.New(TimeProvider.System))];
        Good("$input | Write-XRaySegment",
            Document(ids[0], "1000000000000001", "front", more: ""","fault":true,"annotations":{"tier":"gold"}"""),
            Document(ids[1], "1000000000000002", "front", more: ""","user":"alice","annotations":{"tier":"tin"}"""),
            Document(ids[2], "1000000000000003", "back"));

        foreach ((string filter, string[] expected) in new (string, string[])[]
        {
            ("fault", [ids[0]]),
            ("annotation.tier = \"tin\" OR annotation.tier = \"gold\"", [ids[0], ids[1]]),
            ("service(\"front\") AND !user", [ids[0]]),
            ("service(\"front\") { fault }", [ids[0]]),
            ("edge(id(type: \"client\"), \"front\") { ok }", [ids[1]]),
        })
        {
            string[] found = [.. Good("$input | ForEach-Object { Get-XRayTraceSummary $_ }", filter).As<TraceSummary>().Select(each => each.Id!)];
            Assert.Equal(expected.Order(), found.Order());
            string[] selected = [.. Good("$f = @($input)[0]; Get-XRayTraceSummary | Get-XRayTrace | Select-XRayTrace $f", filter).As<Trace>().Select(each => each.Id!)];
            Assert.Equal(expected.Order(), selected.Order());
        }
    }

    [Fact]
    public void A_summary_that_cannot_decide_is_left_out_with_a_warning_that_names_the_condition()
    {
        WriteTraces(2);
        Outcome outcome = Good("Get-XRayTraceSummary | Select-XRayTrace 'service(\"demo\") { fault } AND !error'");
        Assert.Empty(outcome.Output);
        Assert.StartsWith("2 left out, as what came cannot decide service(\"demo\") { fault }.", Assert.Single(outcome.Warnings));
        Assert.Equal(2, Good("Get-XRayTraceSummary | Select-XRayTrace 'service(\"demo\") AND ok'").As<TraceSummary>().Count);
    }

    [Fact]
    public void What_is_no_trace_is_one_error()
    {
        Outcome outcome = Shell.Run("1, 'x' | Select-XRayTrace 'fault'");
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.StartsWith("NotATrace", error.FullyQualifiedErrorId));
    }

    [Theory]
    [InlineData("Get-XRayTraceSummary 'responetime > 1'")]
    [InlineData("Select-XRayTrace -InputObject 1 -FilterExpression 'responetime > 1'")]
    public void A_mistake_is_told_before_anything_is_sent(string script)
    {
        Outcome outcome = Shell.Run(script + " -Verbose");
        Assert.Empty(outcome.Verbose);
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("InvalidFilterExpression,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        string[] lines = error.ErrorDetails.Message.Split('\n');
        Assert.StartsWith("Column 1: 'responetime' is not a word of the filter language;", lines[0]);
        Assert.EndsWith("did you mean 'responsetime'?", lines[0]);
        Assert.Equal(["  responetime > 1", "  ~~~~~~~~~~~"], lines[1..]);
        Assert.Equal("responetime > 1", error.TargetObject);
    }

    [Fact]
    public void A_length_of_time_in_place_of_a_filter_is_told_where_it_goes()
    {
        ErrorRecord error = Assert.Single(Shell.Run("Get-XRayTraceSummary 1h").Errors);

        Assert.StartsWith("InvalidFilterExpression,", error.FullyQualifiedErrorId);
        Assert.Equal("A length of time goes to -Last: -Last 1h.", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void What_only_we_would_refuse_is_warned_of_and_sent()
    {
        Outcome outcome = Shell.Run("Get-XRayTraceSummary 'http.url > \"x\"'");
        Assert.StartsWith("X-Ray may refuse this filter expression. Column 10:", Assert.Single(outcome.Warnings));
        ErrorRecord refused = Assert.Single(outcome.Errors);
        Assert.StartsWith("InvalidRequestException,", refused.FullyQualifiedErrorId);
        Assert.Contains("Error Location: line 1, position 10 : Invalid input symbol: '>'", refused.ToString());
    }

    [Fact]
    public void The_check_can_be_skipped()
    {
        Outcome outcome = Shell.Run("Get-XRayTraceSummary 'madeup' -SkipFilterCheck");
        Assert.Empty(outcome.Warnings);
        Assert.Contains("Invalid input symbol: 'ma'", Assert.Single(outcome.Errors).ToString());
    }

    [Theory]
    [InlineData("Get-XRayTraceSummary 'resp", "'responsetime'")]
    [InlineData("Get-XRayTraceSummary -FilterExpression \"fault AND resp", "\"fault AND responsetime\"")]
    [InlineData("Get-XRayTraceSummary par", "'partial'")]
    [InlineData("Test-XRayFilterExpression 'fault = t", "'fault = true'")]
    [InlineData("Select-XRayTrace 'http.url cont", "'http.url CONTAINS'")]
    [InlineData("Get-XRayTraceSummary 'user = \"it''s\" AND service(\"my d", "'user = \"it''s\" AND service(\"my demo\"'")]
    [InlineData("Get-XRayTraceSummary \"service(`\"my d", "\"service(`\"my demo`\"\"")]
    [InlineData("Get-XRayTraceSummary 'annotation.ti", "'annotation.tier'")]
    [InlineData("Get-XRayTraceSummary 'group.name = ", "'group.name = \"Default\"'")]
    [InlineData("Get-XRayTraceSummary 'group.name = \"sl", "'group.name = \"slow\"'")]
    [InlineData("New-XRayFilterExpression -Service my", "'my demo'")]
    public void An_argument_is_completed_within_its_quotes(string line, string completed)
    {
        SeenNames.Clear();
        Good("$input | Write-XRaySegment", Document(
            Core.Documents.TraceId.New(TimeProvider.System), "1000000000000001", "my demo", more: ""","annotations":{"tier":"gold"}"""));

        Good("Invoke-XRayOperation CreateGroup @{ GroupName = 'slow'; FilterExpression = 'duration > 1' }");

        using PowerShell shell = Shell.NewPipeline("");
        CommandCompletion found = CommandCompletion.CompleteInput(line, line.Length, null, shell);
        Assert.Contains(completed, found.CompletionMatches.Select(match => match.CompletionText));
    }

    [Fact]
    public void Groups_are_completed_from_an_endpoint_that_is_no_local_service_of_the_shell()
    {
        SeenNames.Clear();
        Good("Invoke-XRayOperation CreateGroup @{ GroupName = 'elsewhere'; FilterExpression = 'fault' }");
        const string Line = "Get-XRayTraceSummary 'group.name = \"els";
        Good("Connect-XRay -EndpointUrl (Get-XRayConnection).Endpoint");

        using PowerShell shell = Shell.NewPipeline("");
        CommandCompletion found = CommandCompletion.CompleteInput(Line, Line.Length, null, shell);
        Assert.Equal("'group.name = \"elsewhere\"'", Assert.Single(found.CompletionMatches).CompletionText);
    }

    [Fact]
    public void A_cursor_before_the_closing_quote_replaces_the_whole_argument()
    {
        const string Line = "Get-XRayTraceSummary 'fault AND resp' -Last 1h";
        using PowerShell shell = Shell.NewPipeline("");
        CommandCompletion found = CommandCompletion.CompleteInput(Line, Line.IndexOf("' -Last", StringComparison.Ordinal), null, shell);
        string completed = Line.Remove(found.ReplacementIndex, found.ReplacementLength)
            .Insert(found.ReplacementIndex, Assert.Single(found.CompletionMatches).CompletionText);
        Assert.Equal("Get-XRayTraceSummary 'fault AND responsetime' -Last 1h", completed);
    }
}
