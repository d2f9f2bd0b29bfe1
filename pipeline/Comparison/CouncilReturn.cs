using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>
/// The council's own figure where it is later than any that the publisher has for the place. It is shown as the latest
/// local figure; it has a verdict only against a publisher's figure of the same period and kind of period.
/// </summary>
/// <param name="VersusNational">The verdict against England's figure of the same period.</param>
/// <param name="VersusNeighbours">The verdict against the neighbours' average of the same period.</param>
internal sealed record CouncilReturn(Figure Figure, Verdict VersusNational, Verdict VersusNeighbours)
{
    /// <summary>What a reader must know of the return: the figure with its verdicts where it has any, and the council's
    /// own note on it.</summary>
    internal IEnumerable<Note> Notes(Unit unit)
    {
        var verdicts = new[] { ("England", VersusNational), ("similar councils", VersusNeighbours) }
            .Where(v => v.Item2 != Verdict.NoComparison)
            .Select(v => $"{v.Item2.Words()} against {v.Item1}")
            .ToList();
        yield return Note.LaterReturn(Figure, unit, verdicts);
        if (Figure.Observation.Note is { } note)
            yield return Note.OfReturn(note);
    }
}
