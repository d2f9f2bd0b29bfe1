using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Periods;

public sealed class RevisionStatusTests
{
    [Theory]
    [InlineData("Table 1: absence, 2010/11 (provisional)", RevisionStatus.Provisional)]
    [InlineData("Provisional data", RevisionStatus.Provisional)]
    [InlineData("Quarter 2 2012/13 Revised Data V3", RevisionStatus.Revised)]
    [InlineData("GCSE results (revised)", RevisionStatus.Revised)]
    [InlineData("Provisional and revised figures, revised", null)]
    [InlineData("The revised code of practice", null)]
    [InlineData("Table 3", null)]
    public void A_title_says_how_final_the_figures_are(string title, RevisionStatus? status) =>
        RevisionStatuses.FromTitles(["Children’s services", title]).ShouldBe(status);
}
