using System.Net;
using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// Gives the texts and the values of attributes of an XML part of a workbook, one at a time and whatever is wrong with
/// the part: it may be as large as it likes, and nothing of it is resolved. Runs of one paragraph are one text.
/// </summary>
internal sealed class MarkupTexts(Action<string> take)
{
    private const int Longest = 32 << 10;

    // A text that is written in several styles is cut into runs; these do not end it.
    private static readonly HashSet<string> OfRuns =
    [
        "t",
        "r",
        "rPr",
        "b",
        "i",
        "u",
        "sz",
        "color",
        "rFont",
        "family",
        "scheme",
        "charset",
        "latin",
        "solidFill",
    ];

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _tag = new();
    private bool _inTag;

    /// <summary>Takes the texts of a part.</summary>
    public static async Task ReadAsync(Stream part, Action<string> take, CancellationToken cancellationToken)
    {
        var texts = new MarkupTexts(take);
        using var reader = new StreamReader(
            part,
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true,
            leaveOpen: true
        );
        var buffer = new char[16 << 10];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0; )
            texts.Add(buffer.AsSpan(0, read));
        texts.EndText();
    }

    /// <summary>Takes the next characters.</summary>
    public void Add(ReadOnlySpan<char> markup)
    {
        foreach (var c in markup)
        {
            if (c == '<' && !_inTag)
                _inTag = true;
            else if (c == '>' && _inTag)
                EndTag();
            else if (_inTag)
                _tag.Append(c);
            else
                _text.Append(c);
            if (_text.Length > Longest)
                EndText();
            if (_tag.Length > Longest)
                EndTag();
        }
    }

    /// <summary>Hands over what was read of the present text.</summary>
    public void EndText() => Take(_text);

    private void EndTag()
    {
        _inTag = false;
        var tag = _tag.ToString();
        _tag.Clear();
        var name = tag.TrimStart('/').Split([' ', '/', '\t', '\r', '\n'], 2)[0];
        if (!OfRuns.Contains(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]))
            EndText();
        // Every other piece between quotation marks is a value.
        foreach (
            var value in tag.Split('"').Where((_, i) => i % 2 == 1).Concat(tag.Split('\'').Where((_, i) => i % 2 == 1))
        )
            Take(value);
    }

    private void Take(StringBuilder text)
    {
        if (text.Length == 0)
            return;
        Take(text.ToString());
        text.Clear();
    }

    private void Take(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            take(WebUtility.HtmlDecode(text));
    }
}
