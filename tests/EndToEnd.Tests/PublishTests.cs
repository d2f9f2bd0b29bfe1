using System.Diagnostics;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>What was compiled without the official packages cannot be deployed by mistake.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task Publishing_a_contracts_build_is_a_clear_error()
    {
        var folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["publish", "functions", "-p:FunctionsWorker=contracts", "--no-restore", "-o", folder])
            {
                WorkingDirectory = CommandLineProcess.Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.ExitCode.ShouldNotBe(0);
            output.ShouldContain("A build against contracts/ cannot run in Azure and is not published.");
            Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
