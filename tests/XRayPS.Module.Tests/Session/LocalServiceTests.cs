using System.Management.Automation;
using XRayPS.Module.Tests.Engine;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Session;

[Collection(SessionCollection.Name)]
public sealed class LocalServiceTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose()
    {
        LocalServices.StopAll();
        XRaySession.Reset();
        _shell.Dispose();
    }

    [Fact]
    public void Starting_makes_it_the_connection_and_says_so()
    {
        using PowerShell pipeline = _shell.NewPipeline("Start-XRayLocalService -Port 0 -DaemonPort 0");
        LocalService service = Assert.IsType<LocalService>(Assert.Single(pipeline.Invoke()).BaseObject);

        Assert.True(service.IsConnection);
        Assert.Equal(service.Endpoint, XRaySession.Current!.Settings.EndpointUrl);
        Assert.Contains(service.Endpoint.ToString(), Assert.Single(pipeline.Streams.Information).ToString());

        Connection connection = Assert.Single(_shell.Run("Get-XRayConnection").As<Connection>());
        Assert.Equal(service.Endpoint, connection.Endpoint);
        Assert.True(connection.IsLocalService);
        Assert.Equal("Start-XRayLocalService", connection.Source);
        Assert.Null(connection.AccessKeyId);
    }

    [Fact]
    public void NoConnect_leaves_the_connection_as_it_is()
    {
        LocalService service = Assert.Single(
            _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0 -NoConnect").As<LocalService>());

        Assert.False(service.IsConnection);
        Assert.Null(XRaySession.Current);
    }

    [Fact]
    public void After_a_stop_calls_fail_with_a_sentence_until_connected_anew()
    {
        _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0; Stop-XRayLocalService");
        Assert.Empty(_shell.Run("Get-XRayLocalService").Output);

        ErrorRecord lost = Assert.Single(_shell.Run("Get-XRayConnection").Errors);
        Assert.StartsWith("NotConnected,", lost.FullyQualifiedErrorId);
        Assert.Contains("has been stopped", lost.ToString());

        Assert.Empty(_shell.Run("Get-XRayConnection -EndpointUrl http://127.0.0.1:9").Errors);
        Assert.Empty(_shell.Run("Connect-XRay -EndpointUrl http://127.0.0.1:9; Get-XRayConnection").Errors);
    }

    [Fact]
    public void A_port_in_use_is_an_error_that_says_what_to_do()
    {
        LocalService first = Assert.Single(_shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0").As<LocalService>());

        ErrorRecord error = Assert.Single(_shell.Run($"Start-XRayLocalService -Port {first.Port} -DaemonPort 0").Errors);

        Assert.StartsWith("PortInUse,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceBusy, error.CategoryInfo.Category);
        Assert.Contains("-Port 0", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task Requests_beyond_the_limit_are_throttled()
    {
        const string Start = "Start-XRayLocalService -Port 0 -DaemonPort 0 -NoConnect -RequestLimit 0.001";
        LocalService service = Assert.Single(_shell.Run(Start).As<LocalService>());
        using HttpClient http = new() { BaseAddress = service.Endpoint };

        using HttpResponseMessage first = await http.PostAsync("/Groups", null);
        using HttpResponseMessage second = await http.PostAsync("/Groups", null);

        Assert.Equal((200, 429), ((int)first.StatusCode, (int)second.StatusCode));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000001")]
    public void A_limit_out_of_range_is_refused(string limit)
    {
        ErrorRecord error = Assert.Single(
            _shell.Run($"Start-XRayLocalService -Port 0 -DaemonPort 0 -RequestLimit {limit}").Errors);

        Assert.StartsWith("ParameterArgumentValidationError,", error.FullyQualifiedErrorId);
        Assert.Empty(_shell.Run("Get-XRayLocalService").Output);
    }

    [Fact]
    public void Stopping_a_port_that_nobody_has_is_an_error()
    {
        ErrorRecord error = Assert.Single(_shell.Run("Stop-XRayLocalService -Port 9").Errors);

        Assert.StartsWith("LocalServiceNotFound,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(9, error.TargetObject);
    }

    [Fact]
    public void WhatIf_stops_nothing()
    {
        _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0; Stop-XRayLocalService -WhatIf");

        Assert.Single(LocalServices.All);
    }

    [Fact]
    public void Wait_keeps_the_pipeline_until_it_is_stopped_and_stops_the_service_then()
    {
        using PowerShell pipeline = _shell.NewPipeline("Start-XRayLocalService -Port 0 -DaemonPort 0 -Wait");
        PSDataCollection<PSObject> output = [];
        using ManualResetEventSlim announced = new();
        output.DataAdded += (_, _) => announced.Set();
        IAsyncResult run = pipeline.BeginInvoke<PSObject, PSObject>(null, output);
        Assert.True(announced.Wait(TimeSpan.FromSeconds(20)));

        Assert.False(run.IsCompleted);
        Assert.Single(LocalServices.All);
        pipeline.Stop();

        Assert.Empty(LocalServices.All);
    }

    [Fact]
    public void Removing_the_module_stops_the_service()
    {
        _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0");

        _shell.Run("Remove-Module XRayPS");

        Assert.Empty(LocalServices.All);
        Assert.Null(XRaySession.Current);
    }

    [Fact]
    public void A_relative_path_follows_the_location()
    {
        string folder = Directory.CreateTempSubdirectory("xrayps").FullName;
        try
        {
            LocalService service = Assert.Single(_shell.Run(
                $"$ExecutionContext.SessionState.Path.SetLocation('{folder}') > $null; Start-XRayLocalService -Port 0 -DaemonPort 0 -Path traces.db").As<LocalService>());
            Assert.Equal(Path.Combine(folder, "traces.db"), service.Path);
            Assert.True(File.Exists(service.Path));
            _shell.Run("Stop-XRayLocalService");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
