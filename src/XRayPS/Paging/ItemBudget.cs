using System.Management.Automation;

namespace XRayPS.Paging;

/// <summary>What -First and -Skip have left over, across pages and input objects.</summary>
internal sealed class ItemBudget(PagingParameters paging)
{
    private ulong _skip = paging.Skip;
    private ulong _left = paging.First;

    /// <summary>Whether -First is satisfied.</summary>
    internal bool IsSpent => _left == 0;

    /// <summary>Whether -Skip still passes items over.</summary>
    internal bool IsSkipping => _skip > 0;

    /// <summary>Takes from a page what is wanted of it.</summary>
    /// <param name="offset">Items of the page that are done with already.</param>
    /// <param name="count">Items of the page.</param>
    /// <returns>The first item to write, and the one behind the last.</returns>
    internal (int From, int To) Take(int offset, int count)
    {
        int from = Math.Min(offset, count);
        int skipped = (int)Math.Min(_skip, (ulong)(count - from));
        _skip -= (ulong)skipped;
        from += skipped;
        int taken = (int)Math.Min(_left, (ulong)(count - from));
        _left -= (ulong)taken;
        return (from, from + taken);
    }
}
