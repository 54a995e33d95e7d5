namespace XRayPS.Traces;

/// <summary>A document on its way out.</summary>
/// <param name="Json">The document.</param>
/// <param name="Id">Its id; null when it has none that can be read.</param>
/// <param name="Name">What to call it before people.</param>
/// <param name="Source">The user's own object; for a part of an array, the part's text.</param>
internal sealed record OutgoingDocument(string Json, string? Id, string Name, object Source);
