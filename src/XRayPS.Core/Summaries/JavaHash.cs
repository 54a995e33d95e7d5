using XRayPS.Core.Documents;

namespace XRayPS.Core.Summaries;

/// <summary>
/// The order in which a Java HashMap keyed by ids is walked. The service's choice between equal branches agrees with it in
/// every observed case: an inference, not a statement of AWS.
/// </summary>
internal static class JavaHash
{
    /// <summary>The subsegments in that order; those that fall together keep their order in the document.</summary>
    internal static IEnumerable<TraceEntity> Order(IReadOnlyList<TraceEntity> entities)
    {
        if (entities.Count < 2)
        {
            return entities;
        }

        int capacity = 16;
        while (entities.Count > capacity * 3 / 4)
        {
            capacity *= 2;
        }

        return entities.OrderBy(entity => Bucket(entity.Document.Id ?? "", capacity));
    }

    internal static int Bucket(string id, int capacity)
    {
        uint hash = 0;
        foreach (char c in id)
        {
            hash = (31 * hash) + c;
        }

        return (int)((hash ^ (hash >> 16)) & (uint)(capacity - 1));
    }
}
