using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>
/// Draws where the area is among all authorities, in a line of the table: the worst at the left and the best at the
/// right, the middle half darker, the median a stroke, the area a dot and its similar councils' average a triangle.
/// </summary>
internal static class SpineChart
{
    /// <summary>The width of the drawing.</summary>
    public const int Width = 240;

    /// <summary>Its height.</summary>
    public const int Height = 26;

    private const double Left = 8;
    private const double Right = 232;
    private const double Middle = 13;

    /// <summary>The drawing; null where the area is not ranked.</summary>
    public static CellDrawing? Draw(ReportLine line)
    {
        var place = line.Place;
        if (place is not { Spread: { } spread, Local.Value: { } local } || spread.Minimum == spread.Maximum)
            return null;
        double X(decimal value) => At(value, spread, line.Row.Polarity);
        var (one, other) = (X(spread.LowerQuartile), X(spread.UpperQuartile));
        var svg = new SvgDrawing()
            .Box("spread", Left, Middle - 7, Right - Left, 14)
            .Box("half", Math.Min(one, other), Middle - 7, Math.Abs(other - one), 14)
            .Line("median", X(spread.Median), Middle - 11, X(spread.Median), Middle + 11);
        if (place.Neighbours?.Shown is { } average)
            svg.Triangle("similar", X(Math.Clamp(average, spread.Minimum, spread.Maximum)), Height - 1);
        svg.Dot($"dot {Tone(line)}", X(local), Middle, 6.5);
        return new(svg.ToString(), Width, Height, Words(line));
    }

    /// <summary>"good" in the best quarter, "bad" in the worst, "even" between them or where neither is good.</summary>
    private static string Tone(ReportLine line) =>
        line.Row.Polarity == Polarity.Neutral
            ? "even"
            : line.Place.Quartile switch
            {
                "A" => "good",
                "D" => "bad",
                _ => "even",
            };

    private static string Words(ReportLine line)
    {
        var place = line.Place;
        var quarter = place.Quartile switch
        {
            _ when line.Row.Polarity == Polarity.Neutral => "",
            "A" => ", in the best quarter",
            "D" => ", in the worst quarter",
            _ => ", in the middle half",
        };
        return $"{line.Figure(place.Local!.Value)}{quarter} of {place.Spread!.Count} authorities, which are from "
            + $"{line.Text(place.Spread.Minimum)} to {line.Text(place.Spread.Maximum)}";
    }

    // Of an indicator of which neither high nor low is good, the lowest is at the left.
    private static double At(decimal value, Spread spread, Polarity polarity)
    {
        var share = (double)((value - spread.Minimum) / (spread.Maximum - spread.Minimum));
        return Left + ((polarity == Polarity.Low ? 1 - share : share) * (Right - Left));
    }
}

/// <summary>A small drawing in a cell.</summary>
/// <param name="Svg">Its content.</param>
/// <param name="Words">What it shows.</param>
internal sealed record CellDrawing(string Svg, int Width, int Height, string Words);
