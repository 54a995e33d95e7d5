using XRayPS.Core.Wire;

namespace XRayPS.Tests.Local;

/// <summary>The table of operations against the service: each row is answered at its path.</summary>
public sealed class ContractTests
{
    [Fact]
    public async Task Every_row_has_a_handler()
    {
        await using RunningService service = await RunningService.StartAsync();
        foreach (Operation operation in Operations.All)
        {
            Reply reply = await service.PostAsync(operation.Path, "{}");
            Assert.True(
                reply.ErrorType is null or ErrorCodes.Validation or ErrorCodes.InvalidRequest,
                $"{operation.Name}: {reply.Status} {reply.Text}");
            Assert.DoesNotContain(ErrorCodes.UnknownOperation, reply.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_body_is_an_empty_object()
    {
        await using RunningService service = await RunningService.StartAsync();
        foreach (Operation operation in Operations.All)
        {
            Reply without = await service.PostAsync(operation.Path, "");
            Reply empty = await service.PostAsync(operation.Path, "{}");
            Assert.Equal(
                (empty.Status, empty.ErrorType, empty.Text), (without.Status, without.ErrorType, without.Text));
        }
    }
}
