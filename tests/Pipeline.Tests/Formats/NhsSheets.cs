using System.Globalization;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Makes a workbook of tables written as CSV, so that a test can read the same table as both.</summary>
internal static class NhsSheets
{
    public static byte[] Of(params (string Name, string Csv)[] sheets) =>
        sheets
            .Aggregate(
                new XlsxBook(),
                (book, sheet) =>
                    book.Sheet(
                        sheet.Name,
                        [
                            .. sheet
                                .Csv.TrimEnd('\n')
                                .Split('\n')
                                .Select(IReadOnlyList<object?> (line) => [.. line.Split(',').Select(Typed)]),
                        ]
                    )
            )
            .ToBytes();

    /// <summary>Everything that a reading says of its figures.</summary>
    public static IReadOnlyList<string> Summary(this FileReading reading) =>
        [
            .. from series in reading.Series.ToSeries()
            from o in series.Observations
            select $"{series.Indicator} {series.Area} {series.Source} {series.Column} {o.Period} {o.Value.Value:G29} "
                + $"{o.Value.Missing} {o.Value.Symbol} {o.Numerator:G29}/{o.Denominator:G29} {o.Lower:G29} to "
                + $"{o.Upper:G29} {o.Note} {o.Row}",
            .. reading.Codes(),
            .. reading.Rows.Skipped.Select(s => $"{s.Key}: {s.Value}"),
        ];

    private static object? Typed(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : cell.Length == 0 ? null
        : cell;
}
