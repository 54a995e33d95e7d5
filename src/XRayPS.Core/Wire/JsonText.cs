using System.Text.Encodings.Web;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>Settings for all JSON that goes over the wire.</summary>
public static class JsonText
{
    /// <summary>
    /// Characters beyond ASCII are written as they are: bodies are UTF-8 and never stand inside HTML. The writer's own
    /// validation is off, because the shapes write whole values only.
    /// </summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
