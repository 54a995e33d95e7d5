using System.Globalization;
using System.Management.Automation;
using XRayPS.Abstractions;

namespace XRayPS.Binding;

/// <summary>
/// Makes an instant of a DateTimeOffset, a DateTime, ISO text, epoch seconds or relative text such as <c>-2h</c>. Text and
/// DateTime without an offset are local.
/// </summary>
internal sealed class InstantTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = Arguments.Unwrap(inputData);
        DateTimeOffset instant;
        string error;
        switch (value)
        {
            case DateTimeOffset already:
                return already;
            case DateTime { Kind: DateTimeKind.Unspecified } local:
                return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Local));
            case DateTime dateTime:
                return new DateTimeOffset(dateTime);
            case string text:
                return TimeText.TryParseInstant(text, XRayCmdlet.Clock.GetUtcNow(), out instant, out error)
                    ? instant
                    : throw Arguments.Refuse(error);
            case ValueType when Arguments.TypedNumber(inputData) is { } typed
                && TimeText.TryParseInstant(typed, XRayCmdlet.Clock.GetUtcNow(), out instant, out _):
                return instant;
            case decimal or double or float or long or int or uint or ulong or short or ushort or byte or sbyte:
                double seconds = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return TimeText.TryFromSeconds(seconds, out instant, out error) ? instant : throw Arguments.Refuse(error);
            default:
                throw Arguments.Refuse(
                    $"A time is a date, epoch seconds, or text such as -2h; {value?.GetType().Name ?? "nothing"} is none.");
        }
    }
}
