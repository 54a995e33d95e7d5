using XRayPS.Console.LineEditor;

namespace XRayPS.Smoke.Tests.LineEditor;

public sealed class HistoryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void A_walk_keeps_to_what_was_typed_and_comes_back_to_it()
    {
        History history = new(["Get-A", "Set-B", "Get-C", "Get-C"]);
        Assert.Equal("Get-C", history.Older("get"));
        Assert.Equal("Get-A", history.Older("Get-C"));
        Assert.Null(history.Older("Get-A"));
        Assert.Equal("Get-C", history.Newer("Get-A"));
        Assert.Equal("get", history.Newer("Get-C"));
        Assert.Null(history.Newer("get"));
    }

    [Fact]
    public void The_same_line_again_and_blanks_are_not_added()
    {
        History history = new([]);
        Assert.True(history.Add("1"));
        Assert.False(history.Add("1"));
        Assert.False(history.Add("  "));
        Assert.Equal(["1"], history.Lines);
    }

    [Fact]
    public void The_file_keeps_entries_of_several_lines_and_no_secrets()
    {
        string path = Path.Combine(folder.FullName, "deep", "history.txt");
        HistoryFile file = new(path);
        Assert.Empty(file.Read());
        file.Append("foreach ($i in 1..2) {\n  $i\n}");
        file.Append("Connect-XRay -AccessKey AKIA -SecretKey hush");
        file.Append("Get-XRayTrace -SK hush");
        file.Append("Get-XRayGroup -NextToken abc");
        Assert.Equal(["foreach ($i in 1..2) {\n  $i\n}", "Get-XRayGroup -NextToken abc"], file.Read());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_no_error()
    {
        string notAFolder = Path.Combine(folder.FullName, "file");
        File.WriteAllText(notAFolder, "");
        HistoryFile file = new(Path.Combine(notAFolder, "history.txt"));
        file.Append("1");
        Assert.Empty(file.Read());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
