namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Makes a dropped file's name safe to use as the last part of a blob's or a file's path.</summary>
internal static class SafeFileName
{
    private const int MaxLength = 120;

    /// <summary>Keeps letters, digits, dot, hyphen and underscore; everything else becomes an underscore, and the name
    /// never begins with a dot.</summary>
    /// <param name="name">The name as dropped, perhaps with folders.</param>
    public static string From(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'))
            .TrimStart('.');
        if (safe.Length > MaxLength)
            safe = safe[..MaxLength];
        return safe.Length == 0 ? "file" : safe;
    }
}
