namespace XRayPS.Tests.Client;

/// <summary>A request as it stood on the wire.</summary>
internal sealed record SeenRequest(string Line, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string Path => Line.Split(' ')[1];

    internal string BodyText => System.Text.Encoding.UTF8.GetString(Body);
}
