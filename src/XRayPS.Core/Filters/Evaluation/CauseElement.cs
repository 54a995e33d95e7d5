namespace XRayPS.Core.Filters.Evaluation;

/// <summary>A service, entity or exception in its list.</summary>
/// <param name="Part">The part of the root cause.</param>
/// <param name="Index">Its position, from 0.</param>
/// <param name="Count">Number of parts in the list.</param>
internal sealed record CauseElement(ICausePart Part, int Index, int Count)
{
    internal static IEnumerable<CauseElement> Of(IReadOnlyList<ICausePart> list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            yield return new CauseElement(list[i], i, list.Count);
        }
    }
}
