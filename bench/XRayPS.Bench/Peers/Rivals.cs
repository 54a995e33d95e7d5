using System.Diagnostics;
using XRayPS.Bench.Support;

namespace XRayPS.Bench.Peers;

/// <summary>The clients of others that can be had on this machine. What is missing is said loudly.</summary>
internal static class Rivals
{
    private const int CliRounds = 2;

    internal static IReadOnlyList<Peer> Find()
    {
        List<Peer> found = [];
        string scripts = Path.Combine(AppContext.BaseDirectory, "Peers");
        string package = Path.Combine(Checkout.Root, "tests", "Conformance", "package.json");
        string? node = Answer("node", "-p", "process.execPath");
        string client = Path.Combine(Path.GetDirectoryName(package)!, "node_modules", "@aws-sdk", "client-xray");
        if (node is not null && Directory.Exists(client))
        {
            found.Add(new Peer(
                "AWS SDK for JavaScript", node,
                endpoint => [Path.Combine(scripts, "sdk_peer.mjs"), endpoint, package]));
        }
        else
        {
            Skip("AWS SDK for JavaScript", "needs Node.js, and `npm ci --prefix tests/Conformance`");
        }

        // The interpreter itself: a version manager's shim would cost each process a shell.
        string? python = Answer("python3", "-c", "import boto3, sys; print(sys.executable)");
        if (python is not null)
        {
            found.Add(new Peer("boto3", python, endpoint => [Path.Combine(scripts, "boto3_peer.py"), endpoint]));
        }
        else
        {
            Skip("boto3", "needs Python with boto3 (Debian: apt-get install python3-boto3)");
        }

        AddCli(found);
        return found;
    }

    private static void AddCli(List<Peer> found)
    {
        string[] Call(string endpoint) =>
        [
            "--endpoint-url", endpoint, "--output", "json",
            "xray", "get-trace-summaries", "--start-time", "1790000000", "--end-time", "1790000900",
        ];

        string? python = Answer("python3", "-c", "import awscli, sys; print(sys.executable)");
        if (python is not null)
        {
            found.Add(new Peer("AWS CLI", python, endpoint => ["-m", "awscli", .. Call(endpoint)])
            {
                WritesJson = true, MostRounds = CliRounds,
            });
        }
        else if (Answer("aws", "--version") is not null)
        {
            found.Add(new Peer("AWS CLI", "aws", Call) { WritesJson = true, MostRounds = CliRounds });
        }
        else
        {
            Skip("AWS CLI", "needs the command `aws` (Debian: apt-get install awscli)");
        }
    }

    private static void Skip(string name, string why) => Console.WriteLine($"SKIPPED: {name}: {why}.");

    /// <summary>What a command writes; null when it is not there or fails.</summary>
    private static string? Answer(string file, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            _ = errors.Result;
            return process.ExitCode == 0 && output.Length > 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
