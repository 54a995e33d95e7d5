using XRayPS.Formatting;

namespace XRayPS.Module.Tests.Formatting;

public class ConfigurationCellsTests
{
    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"xray:*"}}""", "Allow *: xray:*")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":["1","2"],"Service":"s"},"Action":["a","b"]},{"Effect":"Deny"}]}""", "Allow 1, 2, s: a, b; Deny ?: ?")]
    [InlineData("""{"Version":"2012-10-17"}""", """{"Version":"2012-10-17"}""")]
    [InlineData("[1]", "[1]")]
    [InlineData("""{"Statement":["x"]}""", """{"Statement":["x"]}""")]
    [InlineData("no\nJSON", "no JSON")]
    [InlineData(null, "")]
    public void A_policy_is_its_statements(string? policy, string expected) =>
        Assert.Equal(expected, ConfigurationCells.Statements(policy));

    [Theory]
    [InlineData("""{"a":[1]}""", "{\n  \"a\": [\n    1\n  ]\n}")]
    [InlineData("no\nJSON", "no JSON")]
    [InlineData(null, "")]
    public void Json_has_a_line_for_each_member(string? text, string expected) => Assert.Equal(expected, ConfigurationCells.Json(text));

    [Fact]
    public void Switches_are_a_word_or_two()
    {
        Assert.Equal("", ConfigurationCells.Insights(null));
        Assert.Equal("", ConfigurationCells.Insights(new InsightsConfiguration { NotificationsEnabled = true }));
        Assert.EndsWith("yes\u001b[0m", ConfigurationCells.Insights(new InsightsConfiguration { InsightsEnabled = true }));
        Assert.EndsWith(", notified", ConfigurationCells.Insights(new InsightsConfiguration { InsightsEnabled = true, NotificationsEnabled = true }));
    }
}
