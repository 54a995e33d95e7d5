namespace XRayPS.Tests.Support;

/// <summary>A comparer that lets everything pass would make every replay worthless.</summary>
public sealed class JsonComparerTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1.0}""")]
    [InlineData("""{"a":null}""", """{}""")]
    [InlineData("""{}""", """{"a":null}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"Id":"<random>"}""", """{"Id":"2fa6b35937d28ce9"}""")]
    [InlineData("""{"Document":{"id":"1"}}""", """{"Document":"{\"id\":\"1\"}"}""")]
    [InlineData("""{"Services":[{"Name":"a","Edges":[{"To":"b|"}]},{"Name":"b"}]}""",
        """{"Services":[{"ReferenceId":1,"Name":"b","Type":null},{"ReferenceId":0,"Name":"a","Type":null,"Edges":[{"ReferenceId":1}]}]}""")]
    public void Same(string expected, string actual) => Assert.Null(new JsonComparer(partial: true).Difference(expected, actual));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1.001}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":1}""", """{}""")]
    [InlineData("""{"a":null}""", """{"a":0}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,1]}""")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""")]
    [InlineData("""{"EntityPath":[1,2]}""", """{"EntityPath":[2,1]}""")]
    [InlineData("""{"Id":"<random>"}""", """{"Id":""}""")]
    [InlineData("""{"Document":{"id":"1"}}""", """{"Document":"{\"id\":\"2\"}"}""")]
    [InlineData("""{"Services":[{"Name":"a","Edges":[{"To":"b|"}]},{"Name":"b"}]}""",
        """{"Services":[{"ReferenceId":1,"Name":"b","Type":null},{"ReferenceId":0,"Name":"a","Type":null,"Edges":[{"ReferenceId":0}]}]}""")]
    public void Different(string expected, string actual) => Assert.NotNull(new JsonComparer(partial: true).Difference(expected, actual));

    [Fact]
    public void More_than_told_differs_unless_the_case_is_partial()
    {
        Assert.NotNull(new JsonComparer().Difference("{}", """{"a":1}"""));
        Assert.Null(new JsonComparer(partial: true).Difference("{}", """{"a":1}"""));
    }
}
