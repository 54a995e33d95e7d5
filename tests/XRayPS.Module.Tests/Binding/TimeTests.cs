using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Binding;

/// <summary>Times as they come from a command line: through the parser and the binder.</summary>
[Collection(SessionCollection.Name)]
public sealed class TimeTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 14, 30, 0, TimeSpan.Zero);
    private readonly Shell _shell = new();

    public TimeTests() => XRayCmdlet.Clock = new FixedClock(Now);

    public void Dispose()
    {
        XRayCmdlet.Clock = TimeProvider.System;
        _shell.Dispose();
    }

    [Theory]
    [InlineData("now", 0)]
    [InlineData("-2h", -7200)]
    [InlineData("-30s", -30)]
    [InlineData("-2d", -172800)]
    [InlineData("-1h30m", -5400)]
    [InlineData("now-15m", -900)]
    [InlineData("'now + 15m'", 900)]
    [InlineData("'15 minutes ago'", -900)]
    [InlineData("'1.5 hours ago'", -5400)]
    [InlineData("'1 week ago'", -604800)]
    [InlineData("1791210600", 0)]
    [InlineData("1791210600.25", 0.25)]
    [InlineData("'1791210600.25'", 0.25)]
    [InlineData("1.7912106E9", 0)]
    [InlineData("([double]1791210600.5)", 0.5)]
    [InlineData("2026-10-05T14:30:00.125Z", 0.125)]
    [InlineData("2026-10-05T16:30:00+02:00", 0)]
    [InlineData("([DateTimeOffset]'2026-10-05T14:30:00Z')", 0)]
    [InlineData("([DateTime]::SpecifyKind([DateTime]'2026-10-05T14:30:00', 'Utc'))", 0)]
    public void An_instant(string argument, double secondsFromNow) =>
        Assert.Equal(Now.AddSeconds(secondsFromNow), Instant(argument));

    [Theory]
    [InlineData("'2026-10-05 14:30'")]
    [InlineData("2026-10-05T14:30")]
    [InlineData("([DateTime]::new(2026,10,5,14,30,0))")]
    public void Without_an_offset_it_is_local(string argument) =>
        Assert.Equal(new DateTimeOffset(new DateTime(2026, 10, 5, 14, 30, 0, DateTimeKind.Local)), Instant(argument));

    [Theory]
    [InlineData("2h", "Say -2h or '2h ago'")]
    [InlineData("1791210600000", "milliseconds")]
    [InlineData("soon", "is no time")]
    [InlineData("$true", "is none")]
    public void What_is_no_instant_is_refused_with_a_sentence(string argument, string sentence)
    {
        ErrorRecord error = Assert.Single(_shell.Run($"New-XRayTraceId -Time {argument}").Errors);

        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId);
        Assert.Contains(sentence, error.ToString());
    }

    [Theory]
    [InlineData("30s", 30)]
    [InlineData("15m", 900)]
    [InlineData("6h", 21600)]
    [InlineData("2d", 172800)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("'90 seconds'", 90)]
    [InlineData("500ms", 0.5)]
    [InlineData("00:15:00", 900)]
    [InlineData("([TimeSpan]::FromMinutes(3))", 180)]
    public void A_span(string argument, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Span(argument));

    [Theory]
    [InlineData("5", "5 what? Say 5s, 5m, 5h or 5d.")]
    [InlineData("'5'", "5 what?")]
    [InlineData("2.5", "2.5 what?")]
    [InlineData("0s", "longer than nothing")]
    [InlineData("abc", "is no span")]
    [InlineData("15x", "is no span")]
    public void What_is_no_span_is_refused_with_a_sentence(string argument, string sentence)
    {
        ErrorRecord error = Assert.Single(_shell.Run($"Get-XRayTraceSummary -Last {argument}").Errors);

        Assert.Contains(sentence, error.ToString());
    }

    [Fact]
    public void Numbers_parse_the_same_in_every_culture()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            Assert.True(TimeText.TryParseSpan("1.5h", out TimeSpan span));
            Assert.Equal(TimeSpan.FromMinutes(90), span);
            Assert.True(TimeText.TryParseInstant("1791210600.25", Now, out DateTimeOffset instant, out _));
            Assert.Equal(Now.AddMilliseconds(250), instant);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private DateTimeOffset Instant(string argument) => Bound<DateTimeOffset>($"Test-Instant {argument}");

    private TimeSpan Span(string argument) => Bound<TimeSpan>($"Test-Span {argument}");

    private T Bound<T>(string probe)
    {
        Outcome outcome = _shell.Run(probe);
        Assert.Empty(outcome.Errors);
        return (T)Assert.Single(outcome.Output).BaseObject;
    }
}
