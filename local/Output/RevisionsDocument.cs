using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Local.Output;

/// <summary>What <c>revisions --json</c> prints.</summary>
/// <param name="Revisions">One an indicator of a release that has an earlier edition.</param>
internal sealed record RevisionsDocument(IReadOnlyList<RevisionsDocument.Item> Revisions)
{
    /// <summary>What one release says differently of one indicator.</summary>
    internal sealed record Item(
        string Indicator,
        string Release,
        string EarlierRelease,
        int Compared,
        int Changed,
        int Rounded,
        int Withdrawn,
        int Added,
        int Flips,
        IReadOnlyList<Change> Changes
    )
    {
        public static Item For(EditionDifference d) =>
            new(
                d.Indicator.Id,
                d.Later.Id,
                d.Earlier.Id,
                d.Compared,
                d.Changed,
                d.Rounded,
                d.Withdrawn,
                d.Added,
                d.Flips,
                [
                    .. d.Changes.Select(c => new Change(
                        c.Area,
                        c.Period.Label,
                        c.Was,
                        c.Now,
                        c.VerdictWas.Words(),
                        c.VerdictNow.Words()
                    )),
                ]
            );
    }

    /// <summary>One figure.</summary>
    internal sealed record Change(
        string Area,
        string Period,
        decimal? Was,
        decimal? Now,
        string VerdictWas,
        string VerdictNow
    );
}
