using XRayPS.Abstractions;
using XRayPS.Core.Wire;
using XRayPS.Module.Tests.Engine;

namespace XRayPS.Module.Tests.Coverage;

public class OperationCoverageTests
{
    public static TheoryData<string> WithRecords =>
        [.. Operations.All.Where(operation => operation.RequestType is not null).Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(WithRecords))]
    public void Every_operation_with_records_has_a_cmdlet(string operation) =>
        Assert.NotEmpty(OperationCmdlets.Of(operation));

    [Fact]
    public void Every_operation_that_a_cmdlet_names_is_in_the_table()
    {
        IEnumerable<string> named = typeof(CmdletOperationAttribute).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(CmdletOperationAttribute), inherit: false))
            .Select(attribute => ((CmdletOperationAttribute)attribute).Name);

        Assert.All(named, name => Assert.Equal(name, Operations.Find(name)?.Name));
    }

    [Fact]
    public void Get_XRayOperation_lists_all_with_their_cmdlets()
    {
        using Shell shell = new();

        IReadOnlyList<OperationInfo> all = shell.Run("Get-XRayOperation").As<OperationInfo>();

        Assert.Equal(Operations.All.Select(operation => operation.Name), all.Select(operation => operation.Name));
        OperationInfo summaries = Assert.Single(all, operation => operation.Name == "GetTraceSummaries");
        Assert.True(summaries.CanPaginate);
        Assert.Equal("Get-XRayTraceSummary", Assert.Single(summaries.Cmdlet));
        Assert.Equal("/TraceSummaries", summaries.Path);
    }

    [Fact]
    public void An_unknown_operation_is_an_error_and_a_wildcard_without_match_is_not()
    {
        using Shell shell = new();

        Assert.StartsWith("OperationNotFound,", Assert.Single(shell.Run("Get-XRayOperation Nonsense").Errors).FullyQualifiedErrorId);
        Assert.Empty(shell.Run("Get-XRayOperation Nonsense*").Errors);
    }
}
