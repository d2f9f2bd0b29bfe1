using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotSummaryTests
{
    [Fact]
    public void Each_verdict_is_counted() =>
        SnapshotSummary
            .Count([
                (Verdict.Exceeds, true),
                (Verdict.Exceeds, true),
                (Verdict.Exceeds, true),
                (Verdict.Exceeds, false),
                (Verdict.InLine, true),
                (Verdict.InLine, true),
                (Verdict.DoesNotMeet, true),
                (Verdict.DoesNotMeet, false),
                (Verdict.Mixed, true),
                (Verdict.NoJudgement, true),
                (Verdict.NoComparison, true),
                (Verdict.NoComparison, true),
                (Verdict.NoComparison, true),
                (Verdict.NoComparison, false),
            ])
            .ShouldBe(
                new(8, Exceeds: 3, InLine: 2, DoesNotMeet: 1, Mixed: 1, NoJudgement: 1, NoComparison: 4, Older: 2)
            );

    [Fact]
    public void The_parts_add_up_to_those_with_comparison_and_these_with_the_others_to_all() =>
        Gen.Select(Gen.Enum<Verdict>(), Gen.Bool)
            .Array[0, 40]
            .Sample(verdicts =>
            {
                var s = SnapshotSummary.Count(verdicts);
                return s.WithComparison == s.Exceeds + s.InLine + s.DoesNotMeet + s.Mixed + s.NoJudgement
                    && s.WithComparison + s.NoComparison + s.Older == verdicts.Length;
            });
}
