using System.Globalization;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>Pages of a list that is made anew for each page; the token is the number of items before it.</summary>
internal static class OffsetPage
{
    /// <exception cref="Refusal">The token is none of these.</exception>
    internal static (IReadOnlyList<T> Items, string? Next) Of<T>(IReadOnlyList<T> all, string? token, int size)
    {
        int offset = 0;
        if (token is not null && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out offset))
        {
            throw Refusal.InvalidRequest($"Invalid token {token}");
        }

        string? next = offset + (long)size < all.Count ? (offset + size).ToString(CultureInfo.InvariantCulture) : null;
        return ([.. all.Skip(offset).Take(size)], next);
    }
}
