using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelDataReader.Exceptions;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// An OpenDocument spreadsheet, packed (.ods) or in one file (.fods). Its rows are streamed: one pass finds the sheets
/// and the styles, the next reads the cells. A million blank rows are one element and cost nothing.
/// </summary>
internal sealed class OpenDocumentBook : OpenedBook
{
    /// <summary>The part that holds the sheets.</summary>
    public const string Content = "content.xml";

    /// <summary>The part that lists the others, and says whether they are encrypted.</summary>
    public const string Manifest = "META-INF/manifest.xml";

    private const int MostRepeated = 1 << 20;

    private readonly ZipArchive? _zip;
    private readonly Stream _part;
    private readonly XmlReader _xml;
    private readonly OpenDocumentStyles _styles = new();
    private readonly List<(string Name, bool IsHidden)> _sheets = [];
    private int _at = -1;
    private int _depth;
    private long _row;
    private long _column;
    private bool _isEnded;

    /// <summary>Opens a document.</summary>
    /// <exception cref="InvalidDataException">It is no spreadsheet.</exception>
    /// <exception cref="InvalidPasswordException">It is encrypted.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public OpenDocumentBook(Stream content, bool isFlat)
    {
        try
        {
            if (!isFlat)
            {
                _zip = new(content, ZipArchiveMode.Read, leaveOpen: true);
                Examine(Manifest, xml => IsEncrypted(xml) ? throw new InvalidPasswordException("Encrypted.") : true);
                Examine("styles.xml", TakeStyle);
                Examine(Content, TakeSheet);
                _part = _zip.GetEntry(Content)!.Open();
            }
            else
            {
                using (var xml = MarkupReader.Open(content))
                    Examine(xml, TakeSheet);
                content.Position = 0;
                _part = content;
            }
            if (_sheets.Count == 0)
                throw new InvalidDataException("There is no sheet.");
            _xml = MarkupReader.Open(_part);
        }
        catch
        {
            _zip?.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public override int Sheets => _sheets.Count;

    /// <inheritdoc />
    public override string Name => _sheets[_at].Name;

    /// <inheritdoc />
    public override bool IsHidden => _sheets[_at].IsHidden;

    /// <inheritdoc />
    public override bool NextRow(SheetCells cells)
    {
        while (!_isEnded && _xml.Read() && _xml.Depth > _depth)
        {
            if (_xml.IsAt("shapes") || _xml.IsAt("forms"))
                _xml.Pass();
            if (_xml.IsAt("table-column"))
                TakeColumns();
            if (!_xml.IsAt("table-row"))
                continue;
            var times = Times("number-rows-repeated");
            cells.Begin(_row + 1, IsCollapsed(_xml), times);
            _row = Math.Min(_row + times, int.MaxValue);
            var column = 0L;
            foreach (var _ in _xml.Inside())
            {
                if (_xml.NodeType != XmlNodeType.Element)
                    continue;
                var (isCovered, repeated) = (!_xml.IsAt("table-cell"), Times("number-columns-repeated"));
                if (Times("number-rows-spanned") is > 1 and var rows)
                    Merge(new(cells.Row - 1, cells.Row + rows - 2, column));
                if (isCovered)
                    _xml.Pass();
                else if (OpenDocumentCell.Read(_xml, _styles, Remarks) is { Length: > 0 } text)
                {
                    for (var i = 0L; i < Math.Min(repeated, SheetCells.MostColumns); i++)
                        cells.Put(column + i, text);
                }
                column += repeated;
            }
            return true;
        }
        _isEnded = true;
        return false;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _xml.Dispose();
        if (_zip is not null)
            _part.Dispose();
        _zip?.Dispose();
    }

    /// <inheritdoc />
    protected override bool StepToSheet()
    {
        while (!_isEnded && _at >= 0 && _xml.Depth > _depth && _xml.Read())
        {
            // What is left of the sheet before.
        }
        var isIn = _at >= 0;
        while (_xml.Read())
        {
            if (_xml.IsAt("spreadsheet"))
                isIn = true;
            else if (isIn && _xml.IsAt("table"))
            {
                (_at, _depth, _isEnded) = (_at + 1, _xml.Depth, _xml.IsEmptyElement);
                (_row, _column) = (0, 0);
                return _at < _sheets.Count;
            }
            else if (isIn && _xml.NodeType == XmlNodeType.Element)
                _xml.Pass();
        }
        return false;
    }

    private void TakeColumns()
    {
        var times = Times("number-columns-repeated");
        if (IsCollapsed(_xml))
            HideColumns(_column, _column + times - 1);
        _column += times;
    }

    // As a row or a column says it.
    private static bool IsCollapsed(XmlReader xml) => xml.Attribute("visibility") is "collapse" or "filter";

    private void Examine(string part, Func<XmlReader, bool> take)
    {
        if (_zip!.GetEntry(part) is not { } entry)
            return;
        using var stream = entry.Open();
        using var xml = MarkupReader.Open(stream);
        Examine(xml, take);
    }

    private static void Examine(XmlReader xml, Func<XmlReader, bool> take)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                take(xml);
        }
    }

    private static bool IsEncrypted(XmlReader xml) => xml.LocalName == "encryption-data";

    private bool TakeStyle(XmlReader xml)
    {
        if (xml.LocalName != "style")
            return false;
        _styles.Take(xml);
        return true;
    }

    private bool TakeSheet(XmlReader xml)
    {
        if (TakeStyle(xml) || xml.LocalName != "spreadsheet")
            return false;
        foreach (var _ in xml.Inside())
        {
            if (xml.IsAt("table"))
                _sheets.Add((xml.Attribute("name") ?? "", _styles.Hides(xml.Attribute("style-name"))));
            if (xml.NodeType == XmlNodeType.Element)
                xml.Pass();
        }
        return true;
    }

    private long Times(string attribute) =>
        int.TryParse(_xml.Attribute(attribute), CultureInfo.InvariantCulture, out var times)
            ? Math.Clamp(times, 1, MostRepeated)
            : 1;
}
