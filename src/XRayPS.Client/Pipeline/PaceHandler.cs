using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace XRayPS.Client.Pipeline;

/// <summary>Stands inside the retry: an attempt holds a place of the pacer, the pause between attempts holds none.</summary>
internal sealed class PaceHandler(Pacer pacer, RetryPolicy policy) : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        int epoch = await pacer.EnterAsync(executionContext.RequestContext.CancellationToken).ConfigureAwait(false);
        bool throttled = false;
        bool succeeded = false;
        try
        {
            T answer = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            succeeded = true;
            return answer;
        }
        catch (AmazonServiceException failure) when (policy.IsThrottlingError(failure))
        {
            throttled = true;
            throw;
        }
        finally
        {
            if (throttled)
            {
                pacer.LeaveThrottled(epoch);
            }
            else
            {
                pacer.Leave(succeeded);
            }
        }
    }
}
