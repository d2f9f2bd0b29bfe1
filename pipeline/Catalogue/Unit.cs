using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The unit of an indicator's figures. A new one is a row in this file.</summary>
public sealed partial record Unit
{
    /// <summary>A rate counts events, and one person can have several.</summary>
    private const decimal MaxEventsEach = 10;

    private const decimal MaxPercent = 1000;
    private const decimal MaxScore = 1000;

    /// <summary>The largest figure of an indicator that the catalogue does not have.</summary>
    internal const decimal MaxOther = 1_000_000;

    /// <summary>A proportion.</summary>
    public static readonly Unit Percent = new("%")
    {
        Multiplier = 100,
        Max = MaxPercent,
        OfChange = "percentage points",
    };

    /// <summary>The difference of two proportions.</summary>
    public static readonly Unit PercentagePoints = new("pp") { Max = MaxPercent, IsDifference = true };

    private static readonly Unit[] Named =
    [
        Percent,
        PercentagePoints,
        new("score") { Max = MaxScore },
        new("points") { Max = MaxScore },
        new("number") { IsWhole = true },
        new("days"),
        new("weeks"),
        new("months"),
        new("years"),
        new("£") { IsWhole = true },
    ];

    private Unit(string text) => (Text, OfChange) = (text, text);

    /// <summary>The unit as people read it: "%", "pp", "per 10,000", "score".</summary>
    public string Text { get; }

    /// <summary>The unit of a change of the figure.</summary>
    public string OfChange { get; private init; }

    /// <summary>What a share of 1 is: 100 for %, 10,000 for "per 10,000"; null where the figure is neither a proportion
    /// nor a rate.</summary>
    public int? Multiplier { get; private init; }

    /// <summary>Whether the figure is the difference of two, which may be below zero.</summary>
    public bool IsDifference { get; private init; }

    /// <summary>Whether its figures may be whole thousands, so that a comma in one separates them.</summary>
    internal bool IsWhole { get; private init; }

    /// <summary>The largest figure that is possible.</summary>
    public decimal Max { get; private init; } = MaxOther;

    /// <summary>What a unit may be, for a sentence.</summary>
    internal static IEnumerable<string> Words =>
        Named.Select(unit => unit.Text).Append("per 10,000 (or another whole number)");

    /// <summary>Finds a unit by its text; null where there is none.</summary>
    public static Unit? Find(string text) =>
        Rate().Match(text) is { Success: true } rate
        && int.TryParse(
            rate.Groups["per"].Value,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var per
        )
            ? new(text) { Multiplier = per, Max = per * MaxEventsEach }
            : Array.Find(Named, unit => unit.Text == text);

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <summary>A figure with its unit, such as "2.9%".</summary>
    internal static string Behind(string figure, string unit) =>
        unit switch
        {
            "%" => $"{figure}%",
            "pp" => $"{figure} percentage points",
            "score" => figure,
            _ => $"{figure} {unit}",
        };

    [GeneratedRegex("^per (?<per>[1-9][0-9]{0,2}(,[0-9]{3})+|[1-9][0-9]*)$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Rate();
}
