using System.Globalization;
using System.Text;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>
/// A trace as a Mermaid sequence diagram (https://mermaid.js.org/syntax/sequenceDiagram.html). Answers that failed end in a
/// cross. The text depends on the trace alone.
/// </summary>
public static class MermaidSequence
{
    /// <summary>The diagram's source, lines ended by LF.</summary>
    /// <param name="sequence">The sequence.</param>
    public static string Render(DiagramSequence sequence)
    {
        StringBuilder text = new("sequenceDiagram\n");
        for (int i = 0; i < sequence.Participants.Count; i++)
        {
            NodeKey key = sequence.Participants[i];
            bool client = key.Type == NodeIdentity.Client;
            string name = CellText.Clean(key.Name) is { Length: > 0 } words ? words : "(no name)";
            string kind = string.IsNullOrEmpty(key.Type) ? "" : "<br/>" + MermaidText.Escape(key.Type);
            text.Append(CultureInfo.InvariantCulture, $"  {(client ? "actor" : "participant")} p{i} as {MermaidText.Escape(name)}{kind}\n");
        }

        foreach (SequenceEvent happening in sequence.Events)
        {
            SequenceMessage message = sequence.Messages[happening.Message];
            bool failed = message.Status != TraceStatus.Ok;

            // A call that is never answered holds its callee busy to the end, which Mermaid draws too.
            text.Append(happening.IsAnswer
                ? string.Create(CultureInfo.InvariantCulture, $"  p{message.Target}--{(failed ? "x" : ">>")}-p{message.Source}: {Words(message.Answer)}\n")
                : string.Create(CultureInfo.InvariantCulture, $"  p{message.Source}->>+p{message.Target}: {Words(message.Call)}\n"));
        }

        return text.ToString();
    }

    private static string Words(string text) => text.Trim().Length == 0 ? "-" : MermaidText.Escape(text);
}
