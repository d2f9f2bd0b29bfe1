using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotSummaryTests
{
    private const int Itself = -1;

    [Fact]
    public void Each_verdict_is_counted() =>
        Count([
                (Verdict.Exceeds, true, Itself),
                (Verdict.Exceeds, true, Itself),
                (Verdict.Exceeds, true, Itself),
                (Verdict.Exceeds, false, Itself),
                (Verdict.InLine, true, Itself),
                (Verdict.InLine, true, Itself),
                (Verdict.DoesNotMeet, true, Itself),
                (Verdict.DoesNotMeet, false, Itself),
                (Verdict.DoesNotMeet, true, 0),
                (Verdict.Mixed, true, Itself),
                (Verdict.NoJudgement, true, Itself),
                (Verdict.NoComparison, true, Itself),
                (Verdict.NoComparison, true, Itself),
                (Verdict.NoComparison, true, Itself),
                (Verdict.NoComparison, false, Itself),
            ])
            .ShouldBe(
                new(
                    8,
                    Exceeds: 3,
                    InLine: 2,
                    DoesNotMeet: 1,
                    Mixed: 1,
                    NoJudgement: 1,
                    NoComparison: 4,
                    Older: 2,
                    Alike: 1
                )
            );

    [Theory]
    [InlineData(Verdict.NoComparison, true)]
    [InlineData(Verdict.Exceeds, false)]
    public void Where_the_one_that_is_counted_has_no_comparison_of_today_the_other_counts(
        Verdict verdict,
        bool isCurrent
    ) => Count([(verdict, isCurrent, Itself), (Verdict.DoesNotMeet, true, 0)]).DoesNotMeet.ShouldBe(1);

    [Fact]
    public void The_parts_add_up_to_those_with_comparison_and_these_with_the_others_to_all() =>
        Gen.Select(Gen.Enum<Verdict>(), Gen.Bool, Gen.Int[Itself, 40])
            .Array[0, 40]
            .Sample(verdicts =>
            {
                var s = Count(verdicts);
                return s.WithComparison == s.Exceeds + s.InLine + s.DoesNotMeet + s.Mixed + s.NoJudgement
                    && s.WithComparison + s.NoComparison + s.Older + s.Alike == verdicts.Length;
            });

    private static SnapshotSummary Count((Verdict Verdict, bool IsCurrent, int CountsWith)[] verdicts) =>
        SnapshotSummary.Count(
            [
                .. verdicts.Select(
                    (v, i) =>
                        Sample.Row(v.Verdict, $"indicator-{i}") with
                        {
                            NewerNational = v.IsCurrent ? null : "2024/25",
                            CountsWith = v.CountsWith == Itself ? null : $"indicator-{v.CountsWith}",
                        }
                ),
            ],
            r => r.VersusNational
        );
}
