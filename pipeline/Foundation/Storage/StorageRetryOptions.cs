using Azure.Core;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>
/// How long a call to storage is tried before it fails: set here once for every client. What storage or the network
/// says is passing (a lost connection, 408, 429, 500, 502, 503, 504) is tried again with growing pauses, or after the
/// time that storage asks for. What is left is an exception, and the host delivers the file again: nothing waits for
/// ever.
/// </summary>
internal sealed record StorageRetryOptions
{
    /// <summary>How often a call is tried again.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>The pause after the first try; each next one is twice as long, and a little by chance.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>No pause is longer, unless storage asks for it.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one try may take, and how long a download may stand still. A piece of a large file, 8 MB, must
    /// pass within it.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Sets a client's options.</summary>
    /// <typeparam name="T">The client's kind of options.</typeparam>
    public T ApplyTo<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = Delay;
        options.Retry.MaxDelay = MaxDelay;
        options.Retry.NetworkTimeout = NetworkTimeout;
        options.AddPolicy(new BufferErrorBodyPolicy(), HttpPipelinePosition.PerRetry);
        return options;
    }
}
