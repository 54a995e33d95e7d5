using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace XRayPS.Tracing;

/// <summary>
/// The traced blocks that run. Which block one is inside of is kept per runspace. The environment's variables are one set
/// for the process: they carry the innermost block that contains everything traced at the moment, so that a process
/// started or a runspace opened there joins it, and what was there before when there is no such block.
/// </summary>
internal static class TraceContexts
{
    private const string XRayVariable = "_X_AMZN_TRACE_ID";
    private const string W3cVariable = "TRACEPARENT";

    private static readonly object s_gate = new();
    private static readonly ConditionalWeakTable<Runspace, Stack<TraceContext>> s_stacks = new();
    private static readonly List<Stack<TraceContext>> s_active = [];
    private static (string? XRay, string? W3c)? s_before;

    /// <summary>The innermost block of this runspace; null outside of all.</summary>
    internal static TraceContext? Current
    {
        get
        {
            lock (s_gate)
            {
                return Runspace.DefaultRunspace is { } runspace && s_stacks.TryGetValue(runspace, out Stack<TraceContext>? stack) && stack.TryPeek(out TraceContext? top)
                    ? top
                    : null;
            }
        }
    }

    internal static void Enter(TraceContext context)
    {
        lock (s_gate)
        {
            Stack<TraceContext> stack = s_stacks.GetOrCreateValue(Runspace.DefaultRunspace!);
            if (stack.Count == 0)
            {
                context.JoinedFrom = s_active.SelectMany(static other => other)
                    .FirstOrDefault(other => other.TraceId == context.TraceId && other.Document.Id == context.Document.ParentId);
                s_active.Add(stack);
            }

            stack.Push(context);
            Publish();
        }
    }

    /// <summary>Leaves a block, and those inside that were not left because their pipeline was stopped.</summary>
    internal static void Leave(TraceContext context)
    {
        lock (s_gate)
        {
            Stack<TraceContext>? stack = s_active.Find(candidate => candidate.Contains(context));
            if (stack is null)
            {
                return;
            }

            while (stack.TryPop(out TraceContext? left) && left != context)
            {
            }

            if (stack.Count == 0)
            {
                s_active.Remove(stack);
            }

            Publish();
        }
    }

    private static void Publish()
    {
        if (s_active.Count == 0)
        {
            if (s_before is { } before)
            {
                Set(before.XRay, before.W3c);
                s_before = null;
            }

            return;
        }

        s_before ??= (Environment.GetEnvironmentVariable(XRayVariable), Environment.GetEnvironmentVariable(W3cVariable));
        if (Common() is { } common)
        {
            Set(common.Header, common.TraceParent);
        }
        else
        {
            Set(s_before.Value.XRay, s_before.Value.W3c);
        }
    }

    private static void Set(string? xray, string? w3c)
    {
        Environment.SetEnvironmentVariable(XRayVariable, xray);
        Environment.SetEnvironmentVariable(W3cVariable, w3c);
    }

    /// <summary>The innermost block around all that are traced now; null when there are several traces side by side.</summary>
    private static TraceContext? Common()
    {
        List<TraceContext> common = [.. Around(s_active[0].Peek())];
        foreach (Stack<TraceContext> other in s_active.Skip(1))
        {
            HashSet<TraceContext> around = [.. Around(other.Peek())];
            common.RemoveAll(context => !around.Contains(context));
        }

        return common.FirstOrDefault();
    }

    private static IEnumerable<TraceContext> Around(TraceContext context)
    {
        for (TraceContext? at = context; at is not null; at = at.Parent ?? at.JoinedFrom)
        {
            yield return at;
        }
    }
}
