using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>The members of an error answer's body that mean something.</summary>
internal readonly record struct ErrorBody(string? Type, string? Code, string? Message, string? ResourceName)
{
    internal static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return ReadObject(body);
        }
        catch (JsonException)
        {
            // An HTML page of a proxy, a cut answer: the status has to speak for itself.
            return default;
        }
    }

    private static ErrorBody ReadObject(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body);
        if (body.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return default;
        }

        Dictionary<string, string> members = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = LenientText.Get(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                members[name] = LenientText.Get(ref reader);
            }
            else if (name == "Output" && reader.TokenType == JsonTokenType.StartObject)
            {
                // An unknown route of the real service: HTTP 200 with the type one level down.
                reader.Read();
                while (reader.TokenType == JsonTokenType.PropertyName)
                {
                    bool isType = reader.ValueTextEquals("__type");
                    reader.Read();
                    if (isType && reader.TokenType == JsonTokenType.String)
                    {
                        members["__type"] = LenientText.Get(ref reader);
                    }

                    reader.Skip();
                    reader.Read();
                }
            }
            else
            {
                reader.Skip();
            }
        }

        string? text = members.GetValueOrDefault("Message")
            ?? members.GetValueOrDefault("message")
            ?? members.GetValueOrDefault("errorMessage");
        return new ErrorBody(
            members.GetValueOrDefault("__type"),
            members.GetValueOrDefault("code"),
            text,
            members.GetValueOrDefault("ResourceName"));
    }
}
