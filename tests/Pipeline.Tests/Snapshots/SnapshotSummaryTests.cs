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
                Verdict.Exceeds,
                Verdict.Exceeds,
                Verdict.Exceeds,
                Verdict.InLine,
                Verdict.InLine,
                Verdict.DoesNotMeet,
                Verdict.Mixed,
                Verdict.NoJudgement,
                Verdict.NoComparison,
                Verdict.NoComparison,
                Verdict.NoComparison,
                Verdict.NoComparison,
            ])
            .ShouldBe(
                new(WithComparison: 8, Exceeds: 3, InLine: 2, DoesNotMeet: 1, Mixed: 1, NoJudgement: 1, NoComparison: 4)
            );

    [Fact]
    public void The_parts_add_up_to_those_with_comparison_and_these_with_the_others_to_all() =>
        Gen.Enum<Verdict>()
            .Array[0, 40]
            .Sample(verdicts =>
            {
                var s = SnapshotSummary.Count(verdicts);
                return s.WithComparison == s.Exceeds + s.InLine + s.DoesNotMeet + s.Mixed + s.NoJudgement
                    && s.WithComparison + s.NoComparison == verdicts.Length;
            });
}
