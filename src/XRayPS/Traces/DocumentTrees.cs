using System.Management.Automation;
using System.Text;
using XRayPS.Core.Documents;

namespace XRayPS.Traces;

/// <summary>Makes trees of whatever counts as a document.</summary>
internal static class DocumentTrees
{
    /// <summary>The trees of an input object.</summary>
    /// <param name="input">JSON, trees, segments, traces, hashtables.</param>
    /// <exception cref="PSArgumentException">It is no document.</exception>
    internal static IEnumerable<SegmentDocument> From(object input)
    {
        if (Binding.Arguments.Unwrap(input) is SegmentDocument tree)
        {
            yield return tree;
            yield break;
        }

        foreach (OutgoingDocument document in DocumentInput.From(input))
        {
            byte[] body = Encoding.UTF8.GetBytes(document.Json);
            yield return SegmentReader.ReadReturned(body)
                ?? throw new PSArgumentException(SegmentInspector.Inspect(body, TimeProvider.System)[0].Remedy);
        }
    }
}
