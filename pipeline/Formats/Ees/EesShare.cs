using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>
/// A share whose parts are published, each in a column of counts, and which itself is not: assessments within 45 days
/// are those of six bands of days, out of all. Where one part is missing, so is the share.
/// </summary>
/// <param name="Parts">The columns of the parts.</param>
/// <param name="Whole">The column of the whole.</param>
internal sealed record EesShare(IReadOnlyList<int> Parts, int Whole)
{
    /// <summary>The share that a source asks for; null where it names the column of the figure itself.</summary>
    public static EesShare? Of(SeriesSource source, Header header) =>
        source.OutOf is { } whole
            ? new([.. source.Plus.Prepend(source.Value).Select(header.IndexOf)], header.IndexOf(whole))
            : null;

    /// <summary>All its columns.</summary>
    public IEnumerable<int> Columns => Parts.Append(Whole);

    /// <summary>Takes the share and its two counts from a row.</summary>
    /// <param name="figure">Where the share goes.</param>
    /// <param name="decimals">The decimal places that its publisher gives such a share.</param>
    /// <returns>The share; null where a part or the whole is missing.</returns>
    public decimal? Add(RowBuilder row, CsvRows rows, FigureCell figure, int decimals)
    {
        var (parts, whole) = (Sum(row, rows), Read(row, rows, Whole));
        row.Add(figure with { Role = ObservationPart.Numerator, Measure = parts });
        row.Add(figure with { Role = ObservationPart.Denominator, Measure = whole });
        var share =
            parts.Value is not { } above ? parts
            : whole.Value is not { } below ? whole
            : below == 0 ? Measure.None(MissingReason.NotApplicable)
            : Measure.From(
                Math.Round((figure.Unit?.Multiplier ?? 1) * above / below, decimals, MidpointRounding.AwayFromZero)
            );
        row.Add(figure with { Measure = share });
        return share.Value;
    }

    private Measure Sum(RowBuilder row, CsvRows rows)
    {
        var sum = Measure.From(0);
        foreach (var column in Parts)
        {
            var part = Read(row, rows, column);
            if (sum.Value is { } before)
                sum = part.Value is { } more ? Measure.From(before + more) : part;
        }
        return sum;
    }

    private static Measure Read(RowBuilder row, CsvRows rows, int column)
    {
        if (rows.TryMeasure(column, out var measure))
            return measure;
        row.Fault(
            Check.CellUnreadable.Found(
                "The cell is neither a number nor a symbol for a missing figure.",
                rows.Row,
                rows.NameOf(column)
            )
        );
        return Measure.None(MissingReason.NotGiven);
    }
}
