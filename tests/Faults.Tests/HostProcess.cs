using System.Diagnostics;
using System.Text;

namespace ChildrensTrust.Faults.Tests;

/// <summary>The command line as a process of its own, which can be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(string[] arguments, string? heapLimit = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ChildrensTrust.Local.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        if (heapLimit is not null)
            start.Environment["DOTNET_GCHeapHardLimit"] = heapLimit;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                return;
            _output.AppendLine(line.Data);
            _said.TrySetResult();
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Completes when the process has written its first line.</summary>
    public Task Said => _said.Task;

    public static HostProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Starts it with three quarters of the memory of the deployed instance, 2048 MB: past that it
    /// dies.</summary>
    public static HostProcess StartInLittleMemory(params string[] arguments) => new(arguments, "0x60000000");

    /// <summary>Ends it at once, as a lost machine does: nothing of it runs any more. True where it was still
    /// running.</summary>
    public async Task<bool> KillAsync()
    {
        var running = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync();
        return running;
    }

    /// <summary>Completes when the process has ended or the condition holds.</summary>
    public async Task EndedOrAsync(Func<Task<bool>> condition)
    {
        while (!_process.HasExited && !await condition())
            await Task.Delay(5);
    }

    public async Task<(int Code, string Output, string Errors)> EndedAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, _output.ToString(), await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
