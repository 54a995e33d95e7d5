using Amazon.Runtime;
using XRayPS.Client.Credentials;
using XRayPS.Core.Ports;

namespace XRayPS.Tests.Client;

public sealed class ForeignCredentialTests
{
    [Fact]
    public async Task Credentials_are_asked_for_each_time()
    {
        Rolling source = new();
        AWSCredentials credentials = ForeignCredentials.From(source);

        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);
        ImmutableCredentials second = credentials.GetCredentials();

        Assert.Equal(("KEY2", "secret", "token", true), (second.AccessKey, second.SecretKey, second.Token, second.UseToken));
    }

    [Fact]
    public void A_holder_with_a_hidden_member_is_opened() =>
        Assert.Equal("KEY1", ForeignCredentials.From(new AWSPSCredentials(new Rolling())).GetCredentials().AccessKey);

    [Fact]
    public void A_wrapper_around_a_holder_is_opened() =>
        Assert.Equal(
            "KEY1", ForeignCredentials.From(new Wrapper(new AWSPSCredentials(new Rolling()))).GetCredentials().AccessKey);

    [Fact]
    public void Own_credentials_are_taken_as_they_are()
    {
        BasicAWSCredentials own = new("A", "S");
        Assert.Same(own, ForeignCredentials.From(own));
    }

    [Fact]
    public void Something_else_is_refused()
    {
        XRayException failure = Assert.Throws<XRayException>(() => ForeignCredentials.From("a string"));
        Assert.Equal("InvalidCredential", failure.Code);
        Assert.Contains("System.String", failure.Message);
    }

    [Fact]
    public void A_failing_object_is_a_failure_of_configuration()
    {
        XRayException failure = Assert.Throws<XRayException>(() => ForeignCredentials.From(new Broken()).GetCredentials());
        Assert.Equal((FailureKind.Configuration, "NoCredentials"), (failure.Kind, failure.Code));
        Assert.Contains("the vault is closed", failure.Message);
    }

    private sealed record Keys(string AccessKey, string SecretKey, string Token);

    private sealed class Rolling
    {
        private int _count;

        public Keys GetCredentials() => new($"KEY{++_count}", "secret", "token");
    }

    private sealed class Broken
    {
        public Keys GetCredentials() => throw new InvalidOperationException("the vault is closed");
    }

    private sealed class AWSPSCredentials(object inner)
    {
        internal object Credentials { get; } = inner;
    }

    private sealed class Wrapper(object inner)
    {
        public object BaseObject { get; } = inner;
    }
}
