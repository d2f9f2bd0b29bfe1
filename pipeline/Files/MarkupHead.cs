using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>The beginning of a file that is written in markup.</summary>
internal static class MarkupHead
{
    private const int Length = 8 << 10;

    /// <summary>Its first characters; null where the file does not begin with a tag.</summary>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, Length)];
        var text = (
            head is [0xFF, 0xFE, ..] ? Encoding.Unicode
            : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode
            : Encoding.UTF8
        ).GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') ? text : null;
    }
}
