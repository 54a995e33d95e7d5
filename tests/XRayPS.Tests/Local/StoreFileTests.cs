using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using XRayPS.Core.Ports;
using XRayPS.Local;

namespace XRayPS.Tests.Local;

/// <summary>What a file keeps, and which files are refused.</summary>
public sealed class StoreFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xray").FullName;

    private string File => Path.Combine(_folder, "traces.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everything_is_there_after_a_restart_and_tokens_go_on()
    {
        LocalSettings settings = new() { PageSize = 3 };
        string? token;
        string first;
        await using (RunningService service = await RunningService.StartAsync(settings, File))
        {
            await service.PutAsync([.. Enumerable.Range(1, 5).Select(n => Documents.Segment(n, n, n, 100).ToJsonString())]);
            await service.PutAsync(Documents.Open(9, 9, 50).ToJsonString());
            await service.AskAsync("/PutEncryptionConfig", new JsonObject { ["Type"] = "KMS", ["KeyId"] = "alias/x" });
            JsonNode page = await service.SummariesAsync(0, 60);
            first = page.ToJsonString();
            token = (string?)page["NextToken"];
        }

        Assert.Equal(["traces.db"], Directory.GetFiles(_folder).Select(Path.GetFileName));
        await using RunningService again = await RunningService.StartAsync(settings, File);
        Assert.Equal(first, (await again.SummariesAsync(0, 60)).ToJsonString());
        JsonNode rest = await again.SummariesAsync(0, 60, new JsonObject { ["NextToken"] = token });
        Assert.Equal(3, rest["TraceSummaries"]!.AsArray().Count);
        Assert.Equal("KMS", (string?)(await again.AskAsync("/EncryptionConfig", new JsonObject()))["EncryptionConfig"]!["Type"]);

        // The call that completes a trace after the restart is another call.
        await again.PutAsync(Documents.Segment(9, 9, 50, 51).ToJsonString());
        Assert.Equal(2, (int)(await again.SummariesAsync(50, 51))["TraceSummaries"]![0]!["Revision"]!);
    }

    [Fact]
    public async Task A_second_service_on_the_file_is_refused()
    {
        await using RunningService service = await RunningService.StartAsync(path: File);
        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => RunningService.StartAsync(path: File));
        Assert.Equal("StoreUnusable", failure.Code);
        Assert.Contains($"'{File}' is in use", failure.Message, StringComparison.Ordinal);
        await service.PutAsync(Documents.Segment(1, 1, 0, 1).ToJsonString());
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await (await RunningService.StartAsync(path: File)).DisposeAsync();
        await RefusedAsync("PRAGMA user_version = 99", "newer version");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone() =>
        await RefusedAsync("CREATE TABLE theirs(x)", "not a database of XRayPS");

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Join('\n', Enumerable.Repeat("Dear diary", 200)));
        await RefusedAsync(null, "not a database of XRayPS");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        string path = Path.Combine(_folder, "none", "x.db");
        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => RunningService.StartAsync(path: path));
        Assert.Equal("StoreUnusable", failure.Code);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_killed_process()
    {
        using Process child = Child.Start(File);
        int port = int.Parse((await child.StandardOutput.ReadLineAsync())!);
        using HttpClient http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        int acknowledged = 0;
        using CancellationTokenSource killed = new();
        Task[] senders = [.. Enumerable.Range(0, 4).Select(SendAsync)];
        SpinWait.SpinUntil(() => Volatile.Read(ref acknowledged) >= 60 || senders.Any(sender => sender.IsCompleted), TimeSpan.FromSeconds(60));
        child.Kill();
        await child.WaitForExitAsync();
        await killed.CancelAsync();
        int[][] sent = await Task.WhenAll(senders.Cast<Task<int[]>>());

        await using RunningService service = await RunningService.StartAsync(path: File);
        int[] all = [.. sent.SelectMany(numbers => numbers)];
        Assert.True(all.Length >= 60);
        foreach (int[] five in all.Chunk(5))
        {
            JsonNode traces = await service.AskAsync(
                "/Traces", new JsonObject { ["TraceIds"] = new JsonArray([.. five.Select(n => (JsonNode)Documents.TraceId(n))]) });
            Assert.Equal(five.Length, traces["Traces"]!.AsArray().Count);
        }

        // What was stored but not summarised when the process died shows in lists as well.
        Assert.Equal(
            service.Service.ReadCounters().Traces,
            (int)(await service.SummariesAsync(0, 1, new JsonObject { ["TimeRangeType"] = "TraceId" }))["TracesProcessedCount"]!
                + await RestAsync(service));

        async Task<int[]> SendAsync(int sender)
        {
            List<int> done = [];
            try
            {
                for (int n = 0; !killed.IsCancellationRequested; n++)
                {
                    int number = (sender * 1_000_000) + n + 1;
                    string body = new JsonObject
                    {
                        ["TraceSegmentDocuments"] = new JsonArray(Documents.Segment(number, number, 0.5, 1).ToJsonString()),
                    }.ToJsonString();
                    using StringContent content = new(body);
                    using HttpResponseMessage response = await http.PostAsync("/TraceSegments", content, killed.Token);
                    response.EnsureSuccessStatusCode();
                    await response.Content.ReadAsStringAsync(killed.Token);
                    done.Add(number);
                    Interlocked.Increment(ref acknowledged);
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
            {
                // The process was killed under it.
            }

            return [.. done];
        }
    }

    private static async Task<int> RestAsync(RunningService service)
    {
        int count = 0;
        JsonNode page = await service.SummariesAsync(0, 1);
        while (page["NextToken"] is { } token)
        {
            page = await service.SummariesAsync(0, 1, new JsonObject { ["NextToken"] = (string?)token });
            count += (int)page["TracesProcessedCount"]!;
        }

        return count;
    }

    private async Task RefusedAsync(string? sql, string text)
    {
        if (sql is not null)
        {
            using SqliteConnection connection = new($"Data Source={File};Pooling=False");
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        byte[] before = await System.IO.File.ReadAllBytesAsync(File);
        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => RunningService.StartAsync(path: File));
        Assert.Equal("StoreUnusable", failure.Code);
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
        Assert.Contains(File, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
        Assert.Equal(["traces.db"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }
}
