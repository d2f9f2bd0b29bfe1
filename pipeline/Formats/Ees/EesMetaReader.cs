using System.Globalization;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>The companion of a data file (name.meta.csv) that describes its columns. It has no figures; its faults
/// are reported and stop nothing.</summary>
internal sealed class EesMetaReader : IReleaseReader
{
    /// <summary>The name of the format.</summary>
    public const string Name = "ees-meta";

    /// <summary>A table has no more columns than this, so a companion that describes more is none.</summary>
    private const int MaxVariables = 2000;

    private static readonly string[] Needed =
    [
        "col_name",
        "col_type",
        "label",
        "indicator_grouping",
        "indicator_unit",
        "filter_hint",
        "filter_grouping_column",
    ];
    private static readonly string[] Newer = ["indicator_dp", "filter_default"];

    /// <inheritdoc />
    public string Format => Name;

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.National, Feed.Neighbours, Feed.Breastfeeding, Feed.Obesity];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["col_name", "col_type", "label"];

    /// <inheritdoc />
    public bool HasOwnTexts => true;

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        EesFileName.Screen(reading, isMeta: true);
        ScreenHeader(rows.Header, reading.Findings);
        var screen = new EesMetaScreen(rows.Header, reading.Findings);
        var variables = new List<EesVariable>();
        while (await rows.NextAsync(cancellationToken))
        {
            string Cell(string name) => rows.Text(rows.Header.IndexOf(name));
            if (variables.Count == MaxVariables)
            {
                reading.Reject(
                    Check.FileTooLarge.Found($"The companion describes more than {MaxVariables} variables.", rows.Row)
                );
                reading.Refuse(
                    Check.FileTooLarge.Found($"A companion describes at most {MaxVariables} variables.", rows.Row)
                );
                return;
            }
            screen.Row(rows);
            variables.Add(
                new(
                    Cell("col_name"),
                    Cell("col_type").Equals("Indicator", StringComparison.OrdinalIgnoreCase),
                    Cell("label"),
                    Cell("indicator_unit"),
                    int.TryParse(
                        Cell("indicator_dp"),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var decimals
                    )
                        ? decimals
                        : null,
                    Cell("filter_grouping_column") is { Length: > 0 } group ? group : null,
                    rows.Row
                )
            );
            reading.Rows.Skip("describes a column");
        }
        if (reading.Rows.Skipped.GetValueOrDefault("blank row") is > 0 and var blank)
            reading.Findings.Add(Check.RowBlank.Found(blank == 1 ? "1 row is blank." : $"{blank} rows are blank."));
        reading.Meta = new(variables);
    }

    private static void ScreenHeader(Header header, FindingList findings)
    {
        var lacking = Needed.Where(name => !header.Has(name)).ToList();
        if (lacking.Count > 0)
            findings.Add(
                Check.MetaColumns.Found(
                    $"The file lacks {(lacking.Count == 1 ? "the column" : "the columns")} "
                        + $"{FeedReader.Listed(lacking)}."
                )
            );
        if (!header.Has("indicator_dp"))
            findings.Add(
                Check.MetaOldEdition.Found(
                    "The file has no column indicator_dp, so it does not say how many decimal places a figure has."
                )
            );
        var extra = header.Names.Where(name => !Needed.Concat(Newer).Any(known => known == name)).ToList();
        if (extra.Count > 0)
            findings.Add(
                Check.MetaColumns.Found(
                    $"The format has no {(extra.Count == 1 ? "column" : "columns")} {FeedReader.Listed(extra)}."
                )
            );
    }
}
