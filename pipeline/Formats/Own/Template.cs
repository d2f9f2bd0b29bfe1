using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Own;

/// <summary>One column of the council's own files.</summary>
public sealed record TemplateColumn(string Name, string About, string Example);

/// <summary>One indicator that a local return may name.</summary>
/// <param name="YearTypes">What a year of it may be; empty for any.</param>
public sealed record TemplateIndicator(string Id, string Name, string Unit, string YearTypes);

/// <summary>The columns of the council's own files, as their readers know them.</summary>
public static class Template
{
    /// <summary>The columns of a feed's file; null where the feed is a publisher's.</summary>
    public static IReadOnlyList<TemplateColumn>? Columns(Feed feed) =>
        feed switch
        {
            Feed.Local =>
            [
                new("indicator", "An indicator's id; the sheet Indicators lists them.", "overall-absence"),
                new("area_code", "The area's code.", "E10000024"),
                new("period", "2012/13 Q2, 2011/12, 2024 or 31 March 2024.", "2025/26 Q2"),
                new(
                    "year_type",
                    $"What a year is: {string.Join(", ", YearType.Names)}. Empty for a quarter or a day.",
                    ""
                ),
                new("value", "The figure, or one of the symbols c, x, z, u, low.", "6.1"),
                new("numerator", "The count above the line, where there is one.", ""),
                new("denominator", "The count below the line, where there is one.", ""),
                new("status", "provisional, revised or final; may be empty.", "provisional"),
                new("note", "Printed beside the figure.", ""),
            ],
            Feed.KeyActions =>
            [
                new("priority", "The id of its priority, 1 to 7.", "1"),
                new("reference", "Its reference in the plan.", "1.1"),
                new("action", "What is to be done.", "Open the multi-agency hub"),
                new("lead", "Who leads it: a job title, never a person's name.", "Service Director"),
                new("status", "Completed, On schedule or Behind schedule.", "On schedule"),
                new("note", "May be empty.", ""),
            ],
            _ => null,
        };

    // The formats for which there is one.
    private static readonly string[] Formats = [LocalReturnReader.Name, KeyActionReader.Name];

    /// <summary>How the first cell of the example row begins, so that a file in which it was left is read without
    /// it.</summary>
    public const string Example = "example: ";

    /// <summary>Why the example row is passed over.</summary>
    internal const string Reason = "the template's example";

    /// <summary>The example row of a feed's file, in the order of its columns; null where the feed is a
    /// publisher's.</summary>
    public static IReadOnlyList<string>? ExampleRow(Feed feed) =>
        Columns(feed) is { } columns ? [.. columns.Select((c, i) => i == 0 ? Example + c.Example : c.Example)] : null;

    /// <summary>Whether a row is the template's example, by its first cell.</summary>
    internal static bool IsExample(string cell) => cell.StartsWith(Example.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file of the council's own has nothing but its header and the example.</summary>
    internal static bool IsEmpty(FileReading reading) =>
        Formats.Contains(reading.Format)
        && reading.Rows is { Accepted: 0, Rejected: 0 }
        && reading.Rows.Skipped.Keys.All(reason => reason == Reason || FeedReader.IsNoFigure(reason));

    /// <summary>The indicators that a local return may name.</summary>
    public static IEnumerable<TemplateIndicator> Indicators(IndicatorCatalogue catalogue) =>
        catalogue.Indicators.Select(i => new TemplateIndicator(
            i.Id,
            i.Name,
            i.Unit.Text,
            string.Join(" or ", i.YearTypes)
        ));
}
