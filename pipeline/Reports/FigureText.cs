using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Writes figures for people: rounded to the indicator's decimal places (half away from zero), with its
/// unit.</summary>
public static class FigureText
{
    private const int MaxDecimals = 4;

    /// <summary>
    /// The decimal places to show all figures of a line with: the indicator's, or as many more as it takes to tell the
    /// local figure from those it is compared with, and to show that it has changed. A reader never sees "exceeds", or
    /// a change, beside two figures that look the same, and no change that looks like none.
    /// </summary>
    public static int Decimals(SnapshotRow row, SnapshotPlace place)
    {
        var fewest = row.Decimals;
        while (fewest < MaxDecimals && place.Change is { } change && change != 0 && Rounded(change, fewest) == 0)
            fewest++;
        return Decimals(
            fewest,
            place.Local?.Value,
            [place.National?.Value, place.Neighbours?.Shown, place.Previous?.Value]
        );
    }

    /// <summary>The decimal places that tell a figure from those that it is not equal to.</summary>
    /// <param name="others">The figures it is compared with.</param>
    public static int Decimals(int fewest, decimal? value, IEnumerable<decimal?> others)
    {
        var decimals = fewest;
        if (value is not { } figure)
            return decimals;
        // A place more can make two figures look alike that a place fewer tells apart: 2.48 and 2.51 are 2 and 3, but
        // both 2.5.
        decimal[] different = [.. others.OfType<decimal>().Where(o => o != figure)];
        while (decimals < MaxDecimals && different.Any(o => Rounded(o, decimals) == Rounded(figure, decimals)))
            decimals++;
        return decimals;
    }

    /// <summary>A figure.</summary>
    public static string Format(decimal value, int decimals, string unit) => Unit.Behind(Number(value, decimals), unit);

    /// <summary>A change, with its sign; percentages change by percentage points.</summary>
    public static string Change(decimal change, int decimals, string unit)
    {
        var number = Number(Math.Abs(change), decimals);
        return Unit.Behind(
            change > 0 ? $"+{number}"
                : change < 0 ? $"−{number}"
                : number,
            unit == "%" ? "pp" : unit
        );
    }

    /// <summary>A figure beside an axis, where there is no room for a unit in words.</summary>
    public static string OnAxis(decimal value, int decimals, string unit) =>
        Number(value, decimals) + (unit == "%" ? "%" : "");

    /// <summary>A unit in a heading or beside a name, where its figures are as on an axis; empty where they need
    /// none.</summary>
    public static string UnitInHeading(string unit) =>
        unit switch
        {
            "%" or "score" => "",
            "pp" => "percentage points",
            _ => unit,
        };

    private static string Number(decimal value, int decimals) =>
        Rounded(value, decimals).ToString("N" + decimals, CultureInfo.InvariantCulture);

    private static decimal Rounded(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
