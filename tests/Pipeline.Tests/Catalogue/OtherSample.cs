using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

/// <summary>A small file of the interactive tool, of Fingertips or of the Office for National Statistics with one
/// indicator: 12.5 in England, 11.5 in Nottinghamshire. The figures are illustrative.</summary>
internal static class OtherSample
{
    private const string Fingertips =
        "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,"
        + "Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,"
        + "Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,"
        + "Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period range\n";

    private const string Ons =
        "AREACD,AREANM,Geography,Indicator,Category,Period,Value,Measure,Unit,Lower Confidence Interval (95%),"
        + "Upper Confidence Interval (95%),Observation Status,Notes\n";

    private const string Lait = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n";

    /// <summary>Reads a file with the source of that rank.</summary>
    public static Task<FileReading> ReadAsync(Indicator indicator, int rank)
    {
        var source = indicator.Sources[rank];
        // The last whole year in which the indicator was reported.
        var year = (indicator.Until?.Year ?? 2025) - 1;
        return source.Format switch
        {
            "lait" => Drop.ReadAsync(
                Lait + Figures(source, "England,{0},970.0,NA", "Nottinghamshire,{0},891.0,East Midlands", year),
                Feed.Neighbours,
                "lait.csv"
            ),
            "fingertips" => Drop.ReadAsync(
                Fingertips
                    + Row(source, "E92000001,England,England", Label(source, year), "12.5")
                    + Row(
                        source,
                        "E10000024,Nottinghamshire,Counties & UAs (from Apr 2023)",
                        Label(source, year),
                        "11.5"
                    ),
                Feed.National,
                "indicators.csv"
            ),
            _ => Drop.ReadAsync(
                Ons
                    + $"E92000001,England,Nation,{source.Value},,{Label(source, year)},12.5,Percentage,%,,,,\n"
                    + $"E10000024,Nottinghamshire,County,{source.Value},,{Label(source, year)},11.5,Percentage,%,,,,\n",
                Feed.National,
                "ons.csv"
            ),
        };
    }

    private static string Figures(SeriesSource source, string england, string nottinghamshire, int year) =>
        string.Concat(
            // A gap is the difference of two measures.
            source
                .Cells.Where(c => c.Role is ObservationPart.Value or ObservationPart.Minus)
                .Select(c =>
                {
                    var (whole, part) = (c.Role, source.Minus) switch
                    {
                        (ObservationPart.Minus, _) => ("10", "10"),
                        (_, null) => ("12.5", "11.5"),
                        _ => ("22.5", "21.5"),
                    };
                    return $"{c.Name},An item,{year},{string.Format(null, england, whole)}\n"
                        + $"{c.Name},An item,{year},{string.Format(null, nottinghamshire, part)}\n";
                })
        );

    private static string Row(SeriesSource source, string area, string label, string value) =>
        $"{source.Value},An indicator,,,{area},{source.Where["Sex"][0]},An age,,,{label},{value}"
        + ",,,,,,,,,Not compared,Not compared,,,,1y\n";

    private static string Label(SeriesSource source, int year) =>
        source.Years == "calendar" ? $"{year}" : $"{year - 1}/{year % 100:00}";
}
