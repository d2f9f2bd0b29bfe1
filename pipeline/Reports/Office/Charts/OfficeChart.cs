using ChildrensTrust.Pipeline.Reports.Charts;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>A chart of an Office file. It holds its figures itself, so that Word, Excel and LibreOffice draw it
/// alike.</summary>
/// <param name="Title">What it shows, as a finding.</param>
/// <param name="Subtitle">How to read it, in the line below.</param>
/// <param name="Description">The same in words, for those who do not see it.</param>
/// <param name="Categories">What its bars or points stand for, in their order.</param>
internal sealed record OfficeChart(
    string Title,
    string Subtitle,
    string Description,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series
)
{
    /// <summary>Whether it has lines; otherwise it has bars.</summary>
    public required bool IsLines { get; init; }

    /// <summary>The axis of the figures.</summary>
    public required ChartScale Scale { get; init; }

    /// <summary>The decimal places of a figure.</summary>
    public required int Decimals { get; init; }

    /// <summary>Whether the figures are shares in per cent.</summary>
    public required bool IsPercent { get; init; }

    /// <summary>England's figure: bars start from it and a line marks it. Where it is null, bars start from zero and
    /// there is no line.</summary>
    public decimal? From { get; init; }

    /// <summary>How a figure with so many decimals is written, in the words of a spreadsheet.</summary>
    public string Format(int decimals) =>
        $"#,##0{(decimals > 0 ? "." + new string('0', decimals) : "")}{(IsPercent ? "\"%\"" : "")}";
}

/// <summary>The figures of one kind.</summary>
/// <param name="Values">One for each category; null where there is none, and nothing is drawn.</param>
internal sealed record ChartSeries(string Name, SeriesLook Look, IReadOnlyList<decimal?> Values)
{
    /// <summary>The point whose figure is written beside it; null for none.</summary>
    public int? Labelled { get; init; }

    /// <summary>Whether that figure is written below its point, because other lines are above it.</summary>
    public bool IsLabelBelow { get; init; }

    /// <summary>How far the confidence interval of its only bar reaches below and above; null for none.</summary>
    public (decimal Below, decimal Above)? Interval { get; init; }
}

/// <summary>How a series looks.</summary>
internal enum SeriesLook
{
    /// <summary>The area's.</summary>
    Own,

    /// <summary>England's.</summary>
    England,

    /// <summary>The similar councils'.</summary>
    Similar,
}
