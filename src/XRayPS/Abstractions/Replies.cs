using System.Diagnostics.CodeAnalysis;
using XRayPS.Core.Ports;

namespace XRayPS.Abstractions;

/// <summary>What an answer has to hold.</summary>
internal static class Replies
{
    /// <summary>A member of an answer that the service never leaves out.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="member">The member.</param>
    /// <param name="name">What it is, in words.</param>
    /// <exception cref="XRayException">It was left out.</exception>
    [return: NotNull]
    internal static T Demand<TResponse, T>(this Reply<TResponse> reply, T? member, string name)
        where T : class =>
        member ?? throw new XRayException(FailureKind.Unreadable, "IncompleteAnswer", $"The answer holds no {name}.")
        {
            RequestId = reply.RequestId,
        };
}
