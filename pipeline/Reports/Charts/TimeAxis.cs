using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Reports.Charts;

/// <summary>
/// Where periods stand on a chart, by the year and the quarter in their labels, so that a period left out leaves its
/// space. Labels that do not tell, or not in order, stand at equal distances.
/// </summary>
internal sealed partial class TimeAxis
{
    private readonly double[] _at;
    private readonly double _step;

    private TimeAxis(double[] at) => (_at, _step) = (at, at.Zip(at.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min());

    /// <summary>The axis for periods, the earliest first.</summary>
    public static TimeAxis For(IReadOnlyList<string> labels)
    {
        var years = labels.Select(YearOf).ToList();
        var inOrder = years.TrueForAll(t => t is not null) && years.Zip(years.Skip(1)).All(p => p.First < p.Second);
        return new([.. labels.Select((_, i) => inOrder ? years[i]!.Value : i)]);
    }

    /// <summary>Where a period stands, from 0 at the first to 1 at the last.</summary>
    public double Share(int i) => _at.Length == 1 ? 0.5 : (_at[i] - _at[0]) / (_at[^1] - _at[0]);

    /// <summary>Whether a period is left out before this one.</summary>
    public bool IsGapBefore(int i) => i > 0 && _at[i] - _at[i - 1] > _step * 1.5;

    private static double? YearOf(string label) =>
        Year().Match(label) is { Success: true } year
            ? double.Parse(year.Value, CultureInfo.InvariantCulture)
                + (
                    Quarter().Match(label) is { Success: true } quarter
                        ? (quarter.Groups["number"].Value[0] - '1') / 4.0
                        : 0
                )
            : null;

    [GeneratedRegex(
        @"(?<![0-9])[12][0-9]{3}(?![0-9])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex Year();

    [GeneratedRegex("Q(?<number>[1-4])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quarter();
}
