using XRayPS.Core.Wire;

namespace XRayPS.Tests;

public sealed class JavaNumberTests
{
    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(4, "4.0")]
    [InlineData(0.125, "0.125")]
    [InlineData(-1, "-1.0")]
    [InlineData(1790161552, "1.790161552E9")]
    [InlineData(1790161967.1, "1.7901619671E9")]
    [InlineData(1790149878.783249, "1.790149878783249E9")]
    [InlineData(10000000, "1.0E7")]
    [InlineData(9999999.5, "9999999.5")]
    [InlineData(0.0001, "1.0E-4")]
    [InlineData(1.5e300, "1.5E300")]
    public void Prints_as_the_real_service_does(double value, string expected) =>
        Assert.Equal(expected, JavaNumber.Format(value));
}
