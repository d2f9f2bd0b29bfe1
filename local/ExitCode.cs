namespace ChildrensTrust.Local;

/// <summary>What the command line answers to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Misused = 2;
    public const int Interrupted = 130;
}
