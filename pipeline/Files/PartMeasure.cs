using System.Text;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// Measures a part of a workbook while it is unpacked, by what it is and not by the folder it is in. The library that
/// reads workbooks holds each row, each text and every other part that it reads whole in memory, at many times their
/// bytes. Of a picture or a data model it reads nothing.
/// </summary>
internal sealed partial class PartMeasure
{
    private static readonly string[] Endings = [".xml", ".bin", ".rels"];

    private readonly Limits _limits;
    private readonly bool _isRead;
    private readonly MarkupTags _tags;
    private string? _root;
    private Element[] _elements = [];
    private long _length;
    private bool? _isUtf8;

    /// <param name="name">The name of the part inside the workbook.</param>
    public PartMeasure(string name, Limits limits) =>
        (_limits, _isRead, _tags) = (
            limits,
            Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)),
            new(Take)
        );

    /// <summary>The bytes of its shared texts, which are held together.</summary>
    public long SharedTexts => _root == "sst" ? _elements[0].Bytes(_length) : 0;

    /// <summary>The bytes that are neither a row nor a shared text: they are held together. The copy for a pivot table
    /// is not read.</summary>
    public long Others =>
        _root is "pivotCacheDefinition" or "pivotCacheRecords"
            ? 0
            : _length - (_elements.Length > 0 ? _elements[0].Bytes(_length) : 0);

    /// <summary>What is too long in what was read so far; null for nothing.</summary>
    public Finding? Fault =>
        _elements.FirstOrDefault(e => e.Longest(_length) > e.Limit) is { } element
            ? Check.FileTooLarge.Found($"{element.Words} of the workbook is longer than {Limits.Words(element.Limit)}.")
        : _tags.Longest > _limits.PackedTextBytes
            ? Check.FileTooLarge.Found(
                $"A tag inside the workbook is longer than {Limits.Words(_limits.PackedTextBytes)}."
            )
        : null;

    /// <summary>Takes the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _isUtf8 ??= IsUtf8(bytes);
        if (_isUtf8 == true)
            _tags.Add(bytes);
        else if (!_isRead)
            return;
        _length += bytes.Length;
    }

    // In another encoding a sign of markup may be half of a letter, so all of such a part counts as held.
    private static bool IsUtf8(ReadOnlySpan<byte> part)
    {
        if (part is not ([(byte)'<', not 0, ..] or [0xEF, 0xBB, 0xBF, (byte)'<', ..]))
            return false;
        var begins = Encoding.Latin1.GetString(part[..Math.Min(part.Length, 200)]);
        return !begins.Contains("<?xml", StringComparison.Ordinal) || Utf8Declaration().IsMatch(begins);
    }

    // Whole, and with no encoding but this one.
    [GeneratedRegex(
        @"<\?xml(\s+(version|standalone)\s*=\s*[""'][^""'<>]*[""']|\s+encoding\s*=\s*[""']utf-8[""'])*\s*\?>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex Utf8Declaration();

    private void Take(string name, long begins, long ends, MarkupTags.Kind kind)
    {
        if (_root is null)
        {
            _root = name;
            _elements = name switch
            {
                "worksheet" =>
                [
                    new("row", "A row", _limits.PackedRowBytes),
                    new("c", "A cell", _limits.PackedTextBytes),
                    new("cols", "The list of columns", 2L * _limits.RecordBytes),
                ],
                "document-content" or "document" =>
                [
                    new("table-row", "A row", _limits.PackedRowBytes),
                    new("table-cell", "A cell", _limits.PackedTextBytes),
                ],
                "sst" => [new("si", "A text", _limits.PackedTextBytes)],
                _ => [],
            };
        }
        foreach (var element in _elements)
        {
            if (element.Name == name)
                element.Take(begins, ends, kind);
        }
    }

    // One kind of element. Another of the name inside it does not end it.
    private sealed class Element(string name, string words, long limit)
    {
        private int _depth;
        private long _begins;
        private long _bytes;
        private long _longest;

        public string Name => name;
        public string Words => words;
        public long Limit => limit;

        public long Bytes(long at) => _bytes + Open(at);

        public long Longest(long at) => Math.Max(_longest, Open(at));

        public void Take(long begins, long ends, MarkupTags.Kind kind)
        {
            if (_depth == 0)
                _begins = begins;
            _depth += kind switch
            {
                MarkupTags.Kind.Opens => 1,
                MarkupTags.Kind.Closes => -1,
                _ => 0,
            };
            if (_depth > 0)
                return;
            _depth = 0;
            _bytes += ends - _begins;
            _longest = Math.Max(_longest, ends - _begins);
        }

        private long Open(long at) => _depth == 0 ? 0 : at - _begins;
    }
}
