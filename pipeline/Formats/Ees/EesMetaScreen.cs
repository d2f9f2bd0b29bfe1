using System.Collections.Frozen;
using System.Globalization;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Screens the rows of a companion file, each of which describes a variable.</summary>
internal sealed class EesMetaScreen(Header header, FindingList findings)
{
    private static readonly FrozenSet<string> Units = new[] { "", "%", "pp", "£", "£m", "numberstring" }.ToFrozenSet();
    private static readonly string[] OfFilters = ["filter_hint", "filter_grouping_column", "filter_default"];
    private static readonly string[] OfIndicators = ["indicator_grouping", "indicator_unit", "indicator_dp"];

    private readonly Dictionary<string, long> _names = [];
    private readonly Dictionary<string, long> _labels = [];

    /// <summary>Looks at a row.</summary>
    public void Row(CsvRows rows)
    {
        string Cell(string column) => rows.Text(header.IndexOf(column));
        void Found(Check check, string says, string column) => findings.Add(check.Found(says, rows.Row, column));

        Once(_names, Cell("col_name"), "col_name", (Check.MetaNameBlank, Check.MetaNameRepeated), rows.Row);
        Once(_labels, Cell("label"), "label", (Check.MetaLabelBlank, Check.MetaLabelRepeated), rows.Row);
        if (Cell("col_name").Any(char.IsWhiteSpace))
            Found(Check.MetaName, "The variable's name has a space.", "col_name");
        else if (EesLevel.IsIdentity(Cell("col_name")))
            Found(Check.MetaName, "The variable is a column of time or geography, which is not described.", "col_name");
        var type = Cell("col_type");
        if (type is not ("Filter" or "Indicator"))
            Found(Check.MetaType, "The type is neither Filter nor Indicator.", "col_type");
        if (!Units.Contains(Cell("indicator_unit")))
            Found(Check.MetaUnit, "The unit is none of %, pp, £, £m and numberstring, nor blank.", "indicator_unit");
        if (
            Cell("indicator_dp") is { Length: > 0 } places
            && !int.TryParse(places, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        )
            Found(
                Check.MetaDecimals,
                "The number of decimal places is not a whole number from 0 upwards.",
                "indicator_dp"
            );
        foreach (
            var column in type == "Indicator" ? OfFilters
            : type == "Filter" ? OfIndicators
            : []
        )
        {
            if (Cell(column).Length > 0)
                Found(
                    Check.MetaField,
                    type == "Indicator"
                        ? "An indicator has a field that only a filter may have."
                        : "A filter has a field that only an indicator may have.",
                    column
                );
        }
    }

    private void Once(
        Dictionary<string, long> seen,
        string text,
        string column,
        (Check Blank, Check Repeated) checks,
        long row
    )
    {
        if (text.Length == 0)
            findings.Add(checks.Blank.Found("The cell is blank.", row, column));
        else if (!seen.TryAdd(text, row))
            findings.Add(checks.Repeated.Found($"Row {seen[text]} has the same value.", row, column));
    }
}
