using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What a release says differently of one indicator than the edition before it.</summary>
/// <param name="Compared">How many figures both give.</param>
/// <param name="Changed">How many of those differ by more than rounding.</param>
/// <param name="Rounded">How many differ by rounding alone.</param>
/// <param name="Withdrawn">How many the later no longer gives.</param>
/// <param name="Added">How many it gives that the earlier had as missing.</param>
/// <param name="Turned">How many results against England turned.</param>
/// <param name="Changes">The changes of the area, of its parts and of England.</param>
internal sealed record RevisionLine(
    PageLink Indicator,
    PageLink Later,
    PageLink Earlier,
    int Compared,
    int Changed,
    int Rounded,
    int Withdrawn,
    int Added,
    int Turned,
    IReadOnlyList<RevisedFigure> Changes
)
{
    /// <summary>The unit of the figures, where it is not % and not a score; otherwise empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Writes a difference for people.</summary>
    public static RevisionLine From(EditionDifference difference, Reference reference)
    {
        var area = reference.Catalogue.Area;
        string[] own =
        [
            area,
            AreaRegister.England,
            .. difference.Indicator.Parts.GetValueOrDefault(area)?.Select(p => p.Code) ?? [],
        ];
        return new(
            PageLink.Indicator(difference.Indicator.Id, difference.Indicator.Name),
            PageLink.Release(difference.Later.Id, difference.Later.File),
            PageLink.Release(difference.Earlier.Id, difference.Earlier.File),
            difference.Compared,
            difference.Changed,
            difference.Rounded,
            difference.Withdrawn,
            difference.Added,
            difference.Flips,
            [
                .. difference
                    .Changes.Where(c => own.Contains(c.Area))
                    .Select(c => RevisedFigure.Of(c, reference, difference.Indicator)),
            ]
        )
        {
            Unit = FigureText.UnitInHeading(difference.Indicator.Unit.Text),
        };
    }
}

/// <summary>One figure that was revised.</summary>
/// <param name="VerdictWas">The verdict against England by the earlier edition.</param>
internal sealed record RevisedFigure(
    string Area,
    string Period,
    ShownNumber? Was,
    ShownNumber? Now,
    VerdictView VerdictWas,
    VerdictView VerdictNow,
    bool Turned,
    bool IsRounding
)
{
    internal static RevisedFigure Of(EditionChange change, Reference reference, Indicator indicator)
    {
        var decimals = DecimalsOf(change, indicator);
        ShownNumber? Number(decimal? value) =>
            value is { } v ? new(v, FigureText.OnAxis(v, decimals, indicator.Unit.Text)) : null;
        var part = indicator
            .Parts.GetValueOrDefault(reference.Catalogue.Area)
            ?.FirstOrDefault(p => p.Code == change.Area);
        return new(
            part?.Name ?? reference.Areas.FindByCode(change.Area)?.Name ?? change.Area,
            change.Period.Label,
            Number(change.Was),
            Number(change.Now),
            VerdictView.From(change.VerdictWas),
            VerdictView.From(change.VerdictNow),
            change.Flips,
            change.IsRounding
        );
    }

    // Two figures that differ must not look the same: where four places do not tell them apart, every digit is shown.
    private static int DecimalsOf(EditionChange change, Indicator indicator)
    {
        var decimals = FigureText.Decimals(indicator.Decimals, change.Was, [change.Now]);
        return
            change is { Was: { } was, Now: { } now }
            && was != now
            && FigureText.Format(was, decimals, indicator.Unit.Text)
                == FigureText.Format(now, decimals, indicator.Unit.Text)
            ? Math.Max(Places(was), Places(now))
            : decimals;
    }

    // Without the zeros at the end.
    private static int Places(decimal value) => (value / 1.0000000000000000000000000000m).Scale;
}
