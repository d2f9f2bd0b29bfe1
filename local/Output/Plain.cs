namespace ChildrensTrust.Local.Output;

/// <summary>Text that a terminal shows and never obeys: a file's name may hold an escape sequence.</summary>
internal static class Plain
{
    /// <summary>Without any control character.</summary>
    public static string Line(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    /// <summary>Keeps its line breaks.</summary>
    public static string Text(string text) => string.Concat(text.Where(c => c == '\n' || !char.IsControl(c)));
}
