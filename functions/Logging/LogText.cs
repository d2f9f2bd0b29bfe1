namespace ChildrensTrust.Functions.Logging;

/// <summary>A text on one line of a log: a blob's name is chosen by whoever drops it, and a line break in it must not
/// start a forged line.</summary>
internal static class LogText
{
    public static string SingleLine(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029')));
}
