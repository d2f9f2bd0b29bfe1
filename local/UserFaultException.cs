namespace ChildrensTrust.Local;

/// <summary>Something that only the person at the keyboard can put right. Its message is the whole of what they are
/// told.</summary>
public sealed class UserFaultException : Exception
{
    /// <summary>A fault with the sentence that says what is wrong and what to do.</summary>
    /// <param name="exitCode">1 where the work could not be done, 2 where it was asked for wrongly.</param>
    public UserFaultException(string message, int exitCode = ExitCode.Failed)
        : base(message) => Code = exitCode;

    /// <summary>The process's exit code.</summary>
    public int Code { get; }

    internal static UserFaultException Asked(string message) => new(message, ExitCode.Misused);
}
