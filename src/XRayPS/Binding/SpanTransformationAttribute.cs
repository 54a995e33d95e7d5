using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>Makes a span of a TimeSpan or of text such as <c>15m</c>, and refuses a bare number: five what?</summary>
internal sealed class SpanTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = Arguments.Unwrap(inputData);
        string? typed = Arguments.TypedNumber(inputData);
        TimeSpan span = value switch
        {
            not TimeSpan when typed is not null && TimeText.TryParseSpan(typed, out TimeSpan parsed) => parsed,
            TimeSpan already => already,
            string text when TimeText.TryParseSpan(text, out TimeSpan written) => written,
            string text when double.TryParse(
                text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) =>
                throw BareNumber(text),
            string text => throw Arguments.Refuse($"'{text}' is no span. Say 30s, 15m, 6h, 2d, or give a TimeSpan."),
            IFormattable number and not (DateTime or DateTimeOffset) => throw BareNumber(
                number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)),
            _ => throw Arguments.Refuse("A span is text such as 30s, 15m, 6h, 2d, or a TimeSpan."),
        };
        return span > TimeSpan.Zero
            ? span
            : throw Arguments.Refuse($"The span must be longer than nothing; '{value}' is not.");
    }

    private static ArgumentTransformationMetadataException BareNumber(string number) =>
        Arguments.Refuse($"{number} what? Say {number}s, {number}m, {number}h or {number}d.");
}
