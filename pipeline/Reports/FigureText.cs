using System.Globalization;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Writes figures for people: rounded to the indicator's decimal places (half away from zero), with its unit.</summary>
public static class FigureText
{
    /// <summary>A figure.</summary>
    /// <param name="value">The figure as published.</param>
    /// <param name="decimals">Decimal places.</param>
    /// <param name="unit">The unit.</param>
    public static string Of(decimal value, int decimals, string unit) => WithUnit(Number(value, decimals), unit);

    /// <summary>A change, with its sign; percentages change by percentage points.</summary>
    /// <param name="change">The change.</param>
    /// <param name="decimals">Decimal places.</param>
    /// <param name="unit">The unit of the figures.</param>
    public static string Change(decimal change, int decimals, string unit)
    {
        var number = Number(Math.Abs(change), decimals);
        return WithUnit(change > 0 ? $"+{number}" : change < 0 ? $"−{number}" : number, unit == "%" ? "pp" : unit);
    }

    private static string Number(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals, CultureInfo.InvariantCulture);

    private static string WithUnit(string number, string unit) => unit switch
    {
        "%" => $"{number}%",
        "pp" => $"{number} percentage points",
        "score" => number,
        _ => $"{number} {unit}",
    };
}
