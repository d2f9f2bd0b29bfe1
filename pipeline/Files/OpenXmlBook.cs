using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// A workbook of Excel as it is today, Strict Open XML too. It is read here and not by a library, because what makes a
/// figure wrong is what libraries leave out: which runs of a text are in superscript, whether a formula was ever
/// calculated, which rows and sheets are hidden. Sheets are streamed; shared texts and styles are held.
/// </summary>
internal sealed class OpenXmlBook : OpenedBook
{
    private readonly ZipArchive _zip;
    private readonly OpenXmlParts _parts;
    private readonly List<(string Name, bool IsHidden, string Path)> _sheets = [];
    private readonly List<RunText> _texts = [];
    private readonly OpenXmlStyles _styles = new();
    private readonly bool _since1904;
    private readonly bool _isUncalculated;
    private int _at = -1;
    private Stream? _part;
    private XmlReader? _xml;
    private long _row;

    /// <summary>Opens a workbook.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="XmlException">A part of it is not well-formed.</exception>
    public OpenXmlBook(Stream content)
    {
        _zip = new(content, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            _parts = new(_zip);
            var workbook = _parts.Workbook;
            var relations = _parts.Relations(workbook);
            using (var part = _parts.Open(workbook))
            using (var xml = MarkupReader.Open(part))
            {
                while (xml.Read())
                {
                    if (xml.IsAt("workbookPr"))
                        _since1904 = IsTrue(xml.GetAttribute("date1904"));
                    else if (xml.IsAt("calcPr"))
                        _isUncalculated = IsTrue(xml.GetAttribute("fullCalcOnLoad"));
                    else if (xml.IsAt("sheet") && xml.Attribute("id") is { } id)
                        _sheets.AddRange(
                            relations
                                .Where(r => r.Id == id && r.Kind == "worksheet")
                                .Take(1)
                                .Select(r =>
                                    (
                                        RunText.WithoutEscapes(xml.GetAttribute("name") ?? ""),
                                        xml.GetAttribute("state") is "hidden" or "veryHidden",
                                        r.Path
                                    )
                                )
                        );
                }
            }
            if (_sheets.Count == 0)
                throw new InvalidDataException("There is no sheet.");
            if (relations.FirstOrDefault(r => r.Kind == "styles" && _parts.Has(r.Path)) is { } styles)
            {
                using var part = _parts.Open(styles.Path);
                _styles = OpenXmlStyles.Read(part);
            }
            if (relations.FirstOrDefault(r => r.Kind == "sharedStrings" && _parts.Has(r.Path)) is { } texts)
            {
                using var part = _parts.Open(texts.Path);
                using var xml = MarkupReader.Open(part);
                while (xml.Read())
                {
                    if (xml.IsAt("si"))
                        _texts.Add(RunText.Read(xml));
                }
            }
        }
        catch
        {
            _zip.Dispose();
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
        while (_xml!.Read())
        {
            if (_xml.IsAt("mergeCell"))
                Merge(MergedCells.Of(_xml.GetAttribute("ref")));
            if (_xml.IsAt("col") && (IsTrue(_xml.GetAttribute("hidden")) || _xml.GetAttribute("width") == "0"))
                HideColumns(Column("min"), Column("max"));
            if (!_xml.IsAt("row"))
                continue;
            _row = long.TryParse(_xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var row)
                ? Math.Min(row, int.MaxValue)
                : _row + 1;
            // A row without height is as good as hidden.
            cells.Begin(_row, IsTrue(_xml.GetAttribute("hidden")) || _xml.GetAttribute("ht") == "0");
            var column = -1L;
            foreach (var _ in _xml.Inside())
            {
                if (!_xml.IsAt("c"))
                    continue;
                column = SheetCells.Column(_xml.GetAttribute("r")) ?? column + 1;
                cells.Put(column, Cell());
            }
            return true;
        }
        return false;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _xml?.Dispose();
        _part?.Dispose();
        _zip.Dispose();
    }

    /// <inheritdoc />
    protected override bool StepToSheet()
    {
        _xml?.Dispose();
        _part?.Dispose();
        if (++_at >= _sheets.Count)
            return false;
        _part = _parts.Open(_sheets[_at].Path);
        (_xml, _row) = (MarkupReader.Open(_part), 0);
        return true;
    }

    private long Column(string attribute) =>
        int.TryParse(_xml!.GetAttribute(attribute), CultureInfo.InvariantCulture, out var number) ? number - 1 : -1;

    private string Cell()
    {
        var (kind, style) = (_xml!.GetAttribute("t"), _xml.GetAttribute("s"));
        var (hasFormula, value, inline) = (false, (string?)null, default(RunText));
        foreach (var _ in _xml.Inside())
        {
            if (_xml.IsAt("f"))
            {
                hasFormula = true;
                Remarks.Look(_xml.Text());
            }
            else if (_xml.IsAt("v"))
                value = _xml.Text();
            else if (_xml.IsAt("is"))
                inline = RunText.Read(_xml);
        }
        // A library that writes formulas and calculates none writes 0 for each, and has Excel calculate on opening.
        if (hasFormula && (value is null || (value.Length == 0 && kind != "str") || (value == "0" && _isUncalculated)))
            return Remarks.Uncalculated();
        return kind switch
        {
            "inlineStr" => Remarks.WithoutMark(inline),
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var text) && text >= 0 && text < _texts.Count
                ? Remarks.WithoutMark(_texts[text])
                : throw new InvalidDataException("A cell names a text that is not there."),
            "str" => RunText.WithoutEscapes(value ?? ""),
            "e" => Remarks.Error(value),
            "b" => value is null ? ""
            : IsTrue(value) ? "TRUE"
            : "FALSE",
            "d" => Day(value),
            _ => Number(value, _styles.Of(style)),
        };
    }

    private string Number(string? value, NumberMeaning meaning) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? NumberFormat.Text(number, meaning, _since1904)
            : value ?? "";

    private static string Day(string? value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var day)
            ? NumberFormat.Text(day)
            : value ?? "";

    private static bool IsTrue(string? value) => value is "1" or "true";
}
