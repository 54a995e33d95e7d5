using System.Globalization;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>Pages of a list that is made anew for each page; the token is the number of items before it.</summary>
internal static class OffsetPage
{
    /// <exception cref="Refusal">The token is none of these.</exception>
    internal static (IReadOnlyList<T> Items, string? Next) Of<T>(IReadOnlyList<T> all, string? token, int size)
    {
        int offset = OffsetOf(token);
        string? next = offset + (long)size < all.Count ? (offset + size).ToString(CultureInfo.InvariantCulture) : null;
        return ([.. all.Skip(offset).Take(size)], next);
    }

    /// <summary>The number of items before the page of a token.</summary>
    /// <exception cref="Refusal">The token is no such number.</exception>
    internal static int OffsetOf(string? token)
    {
        int offset = 0;
        return token is null || int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out offset)
            ? offset
            : throw Refusal.InvalidRequest($"Invalid token {token}");
    }
}
