using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What a reader must know of a comparison: a code for programs, and its sentence for people. Every sentence
/// is made here.</summary>
internal sealed record Note(NoteCode Code, string Text)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    internal static Note Failed() =>
        new(
            NoteCode.Failed,
            "No comparison: the figures of this indicator could not be compared. The log says why; whoever looks after "
                + "the pipeline can correct it."
        );

    internal static Note NotPublished(string area) =>
        new(NoteCode.NotPublished, $"No published figure for {area} yet.");

    internal static Note Withheld(string area, Observation missing) =>
        new(
            NoteCode.Withheld,
            $"No comparison: the figure for {area} is {missing.Value.Missing!.Value.Words()} ({missing.Period})."
        );

    internal static Note TooOld(string area, Period period, int years) =>
        new(
            NoteCode.TooOld,
            $"No comparison: the latest figure for {area} is for {period.InSentence}, "
                + $"more than {years} years before the as-at date."
        );

    internal static Note LaterReturn(Figure figure, Unit unit, IReadOnlyList<string> verdicts)
    {
        var status = figure.RevisionStatus is { } word ? $" ({word.Word()})" : "";
        var given = Unit.Behind(string.Create(Invariant, $"{figure.Value}"), unit.Text);
        var later =
            $"The council’s own return has a later figure, {given} for {figure.Observation.Period.InSentence}{status}.";
        return new(
            NoteCode.LaterReturn,
            verdicts.Count > 0
                ? $"{later} For that period: {string.Join(", ", verdicts)}."
                : $"{later} It is not compared: no published figure is for that period."
        );
    }

    internal static Note OfReturn(string note) => new(NoteCode.ReturnNote, $"The council’s note on its return: {note}");

    internal static Note OwnReturn(string area, string publisher) =>
        new(
            NoteCode.OwnReturn,
            $"The figure for {area} is the council’s own return, because {publisher} has none to compare."
        );

    internal static Note ReturnOfAnotherSize(Figure own, Figure published, string whose) =>
        new(
            NoteCode.ReturnOfAnotherSize,
            string.Create(
                Invariant,
                $"The council’s own return for {own.Observation.Period.InSentence} ({own.Value}, {own.Release.File}) "
                    + $"is not used. The published figure for {whose} for {published.Observation.Period.InSentence} "
                    + $"is {published.Value}, so the return may be in another unit."
            )
        );

    internal static Note LaterWithheld(string area, Observation missing) =>
        new(
            NoteCode.LaterWithheld,
            $"The figure for {area} for {missing.Period.InSentence} is {missing.Value.Missing!.Value.Words()}."
        );

    internal static Note NoPrevious(string why) => new(NoteCode.NoPrevious, $"No previous figure is comparable. {why}");

    internal static Note PreviousGap(Period earlier) =>
        new(NoteCode.PreviousGap, $"The previous figure is for {earlier.InSentence}; there is none in between.");

    internal static Note OtherPeriod(string whose, Period theirs, Period ours) =>
        new(NoteCode.OtherPeriod, $"The figure for {whose} is for {theirs.InSentence}, not for {ours.InSentence}.");

    internal static Note ReturnOfOtherPeriod(string whose, Period theirs, Period ours) =>
        new(
            NoteCode.NoNearPeriod,
            $"Not compared with {whose}: the council’s own return is for {ours.InSentence}, "
                + $"and their nearest figure is for {theirs.InSentence}."
        );

    internal static Note TooFarApart(string whose, Period theirs, Period ours, int years) =>
        new(
            NoteCode.NoNearPeriod,
            $"Not compared with {whose}: their nearest figure is for {theirs.InSentence}, more than {years} years "
                + $"from {ours.InSentence}."
        );

    internal static Note AcrossBreak(string whose, Period theirs, string why) =>
        new(
            NoteCode.NoNearPeriod,
            $"Not compared with {whose}: their nearest figure is for {theirs.InSentence}, on the other side of a "
                + $"break in the series. {why}"
        );

    internal static Note PreviousWithCaution(Period earlier, string why) =>
        new(NoteCode.PreviousWithCaution, $"Read the change since {earlier.InSentence} with care. {why}");

    internal static Note NoNational() =>
        new(NoteCode.NoNational, "No comparison with England: no figure is published yet.");

    internal static Note NationalWithheld(Observation missing) =>
        new(
            NoteCode.NoNational,
            $"No comparison with England: its figure for {missing.Period.InSentence} is "
                + $"{missing.Value.Missing!.Value.Words()}."
        );

    internal static Note NationalOfAnotherTotal(Figure national, SeriesAsOf theirs, SeriesAsOf ours) =>
        new(
            NoteCode.NoNational,
            $"No comparison with England: England’s figure for {national.Observation.Period.InSentence} is for "
                + $"“{theirs.TotalWords}” ({national.Release.File}), but the area’s is for “{ours.TotalWords}”."
        );

    internal static Note PreviousOfAnotherTotal(SeriesAsOf theirs, SeriesAsOf ours) =>
        NoPrevious($"Earlier figures are for “{theirs.TotalWords}”, but the latest is for “{ours.TotalWords}”.");

    internal static Note ImpossibleNational(Figure national, IReadOnlyCollection<decimal> authorities) =>
        new(
            NoteCode.ImpossibleNational,
            string.Create(
                Invariant,
                $"Not compared with England: the published figure for {national.Observation.Period.InSentence} "
                    + $"({national.Value}, {national.Release.File}, row {national.Observation.Row}) "
                    + $"cannot be an average of the authorities, "
                    + $"whose figures are between {authorities.Min()} and {authorities.Max()}."
            )
        );

    internal static Note NoNeighbourSet() =>
        new(NoteCode.NoNeighbours, "No comparison with similar councils: no set of them was in force.");

    internal static Note NotInSet(DateOnly from, string area) =>
        new(
            NoteCode.NoNeighbours,
            string.Create(
                Invariant,
                $"No comparison with similar councils: the set in force from {from:d MMMM yyyy} lists none "
                    + $"for {area}."
            )
        );

    internal static Note NoNeighbourFigures() =>
        new(NoteCode.NoNeighbourFigures, "No comparison with similar councils: none of them has a figure.");

    internal static Note NotPooled() =>
        new(
            NoteCode.NotPooled,
            "The similar councils’ figures cannot be pooled: a numerator or a denominator is not published."
        );

    internal static Note MissingNeighbours(int with, int all, IEnumerable<string> missing) =>
        new(
            NoteCode.MissingNeighbours,
            $"The similar councils’ average is based on {with} of {all}. Missing: {string.Join(", ", missing)}."
        );

    internal static Note FewNeighbours(int with, int all, int minimum) =>
        new(
            NoteCode.FewNeighbours,
            $"Read the similar councils’ average with care: it is based on only {with} of {all}; "
                + $"at least {minimum} are needed."
        );

    internal static Note Provisional(IReadOnlyList<string> whose) =>
        new(
            NoteCode.Provisional,
            $"The figure{(whose.Count == 1 ? "" : "s")} for {string.Join(" and ", whose)} "
                + $"{(whose.Count == 1 ? "is" : "are")} provisional and may be revised."
        );

    internal static Note NewerNational(string area, Period period, Period newest) =>
        new(
            NoteCode.NewerNational,
            $"England has a newer figure ({newest.Label}) than {area} ({period.Label}), so the summary counts this "
                + "indicator separately."
        );

    internal static Note InLine(IEnumerable<string> with) =>
        new(NoteCode.InLine, $"In line: the figure equals {string.Join(" and ", with)} exactly, as published.");

    internal static Note NoJudgement(string area, string than) =>
        new(
            NoteCode.NoJudgement,
            "No verdict: for this indicator neither a high nor a low figure is better. "
                + $"The figure for {area} is {than} England’s."
        );

    internal static Note NoChange(decimal tolerance, string unit) =>
        new(NoteCode.NoChange, string.Create(Invariant, $"A change of up to {tolerance} {unit} counts as similar."));

    internal static Note NoBands() =>
        new(NoteCode.NoBands, "No quartile bands: the range of the authorities’ figures is too small.");

    internal static Note SeveralReleases(IReadOnlyList<string> files) =>
        new(
            NoteCode.SeveralReleases,
            $"The figures come from {files.Count} releases of one series: {string.Join(", ", files)}."
        );

    internal static Note OfPublisher(string note) => new(NoteCode.PublisherNote, $"Note on the figure: {note}");

    internal static Note RevisedVerdict(string against, IReadOnlyList<(string Whose, Revision Of)> revised) =>
        new(
            NoteCode.RevisedVerdict,
            $"A revision changed the verdict against {against}: "
                + WordList.And([
                    .. revised.Select(r =>
                        string.Create(
                            Invariant,
                            $"the {r.Whose} for {r.Of.Period.InSentence} was {r.Of.Was} and is {r.Of.Now}"
                        )
                    ),
                ])
                + $"; with the earlier {(revised.Count == 1 ? "figure" : "figures")} it would be "
                + $"“{revised[^1].Of.VerdictWas.Words()}”."
        );

    internal static Note OtherPublisher(
        SeriesAsOf other,
        Figure figure,
        decimal? against,
        string whom,
        Verdict verdict
    ) =>
        new(
            NoteCode.OtherPublisher,
            string.Create(
                Invariant,
                $"On {other.Name}’s figures ({figure.Value} against {against}, {figure.Release.File}) "
                    + $"the verdict against {whom} would be “{verdict.Words()}”."
            )
        );

    internal static Note InParts(IReadOnlyList<string> parts) =>
        new(
            NoteCode.InParts,
            $"Measured for {string.Join(" and ", parts)} separately: where {(parts.Count == 2 ? "both" : "all")} say "
                + "the same, that is the verdict; where they differ, it is “mixed”."
        );

    internal static Note PartsMissing(string whom, string lacking) =>
        new(NoteCode.PartsMissing, $"No comparison with {whom}: {lacking}.");
}
