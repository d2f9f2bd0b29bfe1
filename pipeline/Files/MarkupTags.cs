using System.Buffers;
using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// Finds the tags of an XML part while its bytes go by, and holds none of them but the first letters of a name.
/// Comments, instructions and unparsed characters are stepped over, so that a tag in them is none.
/// </summary>
/// <param name="take">Takes each tag: its name without a prefix, where it begins and ends, and whether it opens or
/// closes.</param>
internal sealed class MarkupTags(Action<string, long, long, MarkupTags.Kind> take)
{
    private const int LongestName = 64;

    private static readonly (byte[] Begins, byte[] Ends)[] NoTags =
    [
        ([.. "<!--"u8], [.. "-->"u8]),
        ([.. "<![CDATA["u8], [.. "]]>"u8]),
        ([.. "<?"u8], [.. "?>"u8]),
    ];

    /// <summary>What a tag does.</summary>
    public enum Kind
    {
        /// <summary>It opens an element.</summary>
        Opens,

        /// <summary>It closes an element.</summary>
        Closes,

        /// <summary>It is an element by itself.</summary>
        Whole,
    }

    private static readonly SearchValues<byte> AfterName = SearchValues.Create(" \t\r\n/>"u8);

    private readonly byte[] _head = new byte[LongestName];
    private long _at;
    private long _begins = -1;
    private int _length;
    private byte _quote;
    private byte _last;
    private byte[]? _until;
    private int _matched;

    /// <summary>The length of the longest tag, also of one that has not ended.</summary>
    public long Longest { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_begins < 0 && (i += Skipped(bytes[i..], (byte)'<')) == bytes.Length)
                break;
            if (_quote != 0 && (i += Skipped(bytes[i..], _quote)) == bytes.Length)
                break;
            Add(bytes[i]);
            _at++;
        }
        if (_begins >= 0)
            Longest = Math.Max(Longest, _at - _begins);
    }

    private int Skipped(ReadOnlySpan<byte> bytes, byte next)
    {
        var skipped = bytes.IndexOf(next) is >= 0 and var found ? found : bytes.Length;
        _at += skipped;
        return skipped;
    }

    private void Add(byte b)
    {
        if (_begins < 0)
            (_begins, _length, _head[1]) = (_at, 0, 0);
        if (_until is not null)
        {
            Match(b);
            return;
        }
        if (_length < LongestName)
            _head[_length++] = b;
        if (_head[1] is (byte)'!' or (byte)'?' && EndOfNoTag() is { } ends)
            (_until, _matched) = (ends, 0);
        else if (_quote != 0)
            _quote = 0;
        else if (b is (byte)'"' or (byte)'\'')
            _quote = b;
        else if (b == '>')
            End();
        _last = b;
    }

    private byte[]? EndOfNoTag()
    {
        foreach (var (begins, ends) in NoTags)
        {
            if (_head.AsSpan(0, _length).SequenceEqual(begins))
                return ends;
        }
        return null;
    }

    // The ends are three bytes at most, and begin with a byte that may stand before them: --->, ]]]>, ??>.
    private void Match(byte b)
    {
        if (b == _until![_matched])
            _matched++;
        else if (b != _until[0])
            _matched = 0;
        else if (_matched < 2)
            _matched = 1;
        if (_matched == _until.Length)
            (_until, _begins) = (null, -1);
    }

    private void End()
    {
        var closes = _length > 1 && _head[1] == '/';
        var name = _head.AsSpan(closes ? 2 : 1, Math.Max(0, _length - (closes ? 2 : 1)));
        name = name[..(name.IndexOfAny(AfterName) is >= 0 and var end ? end : name.Length)];
        name = name[(name.IndexOf((byte)':') + 1)..];
        take(
            Encoding.Latin1.GetString(name),
            _begins,
            _at + 1,
            closes ? Kind.Closes
                : _last == '/' ? Kind.Whole
                : Kind.Opens
        );
        (Longest, _begins) = (Math.Max(Longest, _at + 1 - _begins), -1);
    }
}
