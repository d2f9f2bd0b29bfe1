using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Lait;

/// <summary>What a measure of the Local Authority Interactive Tool is to the catalogue: a part of one
/// indicator.</summary>
internal sealed record LaitMeasure(
    Indicator Indicator,
    SeriesSource Source,
    int Rank,
    ObservationPart Role,
    YearType Years
)
{
    /// <summary>The measures of the catalogue by short name, each with all that it is a part of.</summary>
    public static IReadOnlyDictionary<string, List<LaitMeasure>> All(IndicatorCatalogue catalogue)
    {
        var measures = new Dictionary<string, List<LaitMeasure>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (indicator, source, rank) in catalogue.Carried("lait"))
        {
            foreach (var (role, name) in source.Cells)
            {
                if (!measures.TryGetValue(name, out var parts))
                    measures.Add(name, parts = []);
                parts.Add(new(indicator, source, rank, role, YearType.Find(source.Years)!));
            }
        }
        return measures;
    }

    /// <summary>Whether the figures of a measure are percentages, so that a percent sign may stand behind them. Both
    /// sides of a gap are.</summary>
    public static bool ArePercentages(List<LaitMeasure> parts) =>
        parts.TrueForAll(p =>
            p.Role is ObservationPart.Value or ObservationPart.Minus
            && (p.Indicator.Unit == Unit.Percent || p.Indicator.Unit == Unit.PercentagePoints)
        );

    /// <summary>Takes one figure of an area.</summary>
    /// <param name="unreadable">What to say where the year cannot be read.</param>
    public void Take(RowBuilder row, Area area, LaitFigure figure, Func<Finding> unreadable, Func<Finding> outOfRange)
    {
        if (!PeriodLabel.TryParse(figure.Year, Years, out var period, out var status))
            row.Fault(unreadable());
        else if (
            Role == ObservationPart.Value
            && Source.Minus is null
            && Indicator.Unit == Unit.Percent
            && figure.Measure.Value is < 0 or > 100
        )
            row.Fault(outOfRange());
        else
            row.Add(
                new FigureCell(new(Indicator.Id, area.Code), period, Role)
                {
                    Source = Source.Name,
                    Rank = Rank,
                    Column = figure.Column,
                    HasMinus = Source.Minus is not null,
                    Measure = figure.Measure,
                    Beside = figure.Mark.AddTo(
                        status is null ? null : new ObservationDetails { RevisionStatus = status }
                    ),
                }
            );
    }

    /// <summary>A figure without the noise of the floating point number that the tool keeps it in.</summary>
    public static Measure WithoutNoise(Measure figure) =>
        figure.Value is { } noisy ? Measure.From(MeasureCell.WithoutBinaryNoise(noisy)) : figure;
}

/// <summary>A figure of an area as the tool gives it.</summary>
/// <param name="Column">The name of the column or columns that hold the figures.</param>
/// <param name="Mark">What is behind the figure in its cell.</param>
internal readonly record struct LaitFigure(string Year, Measure Measure, string Column, FigureMark Mark = default);
