using System.Diagnostics;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary><c>up</c> as a process of its own, on a free port, until it is disposed.</summary>
internal sealed class UpProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private UpProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The connection string of its storage.</summary>
    public string Connection { get; private set; } = null!;

    /// <summary>Starts it, and waits until it has said where its pages and its storage are.</summary>
    /// <param name="data">The folder of its data.</param>
    /// <param name="cancellationToken">It took too long.</param>
    public static Task<UpProcess> StartAsync(string data, CancellationToken cancellationToken) =>
        StartAsync(["up", "--port", "0"], data, cancellationToken);

    /// <summary>Starts it with other arguments.</summary>
    public static async Task<UpProcess> StartAsync(string[] arguments, string data, CancellationToken cancellationToken)
    {
        var up = new UpProcess(
            Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "ChildrensTrust.Local.dll"), .. arguments, "--data", data]
                )
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    WorkingDirectory = CommandLineProcess.Root,
                }
            )!
        );
        try
        {
            while (await up._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.StartsWith("Pages ", StringComparison.Ordinal))
                    up.Address = new(line["Pages ".Length..].Trim());
                if (!line.StartsWith("Storage ", StringComparison.Ordinal))
                    continue;
                up.Connection = line["Storage ".Length..].Trim();
                return up;
            }
        }
        catch
        {
            await up.DisposeAsync();
            throw;
        }
        throw new InvalidOperationException(
            $"It ended before it said where its pages and its storage are. {await up._errors}"
        );
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _errors;
        _process.Dispose();
    }
}
