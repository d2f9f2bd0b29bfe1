using ChildrensTrust.Pipeline.Site;

namespace ChildrensTrust.Pipeline.Tests.Site;

public sealed class SnapshotFileTests
{
    [Fact]
    public void A_file_of_the_Trusts_cadence_is_read_from_its_address() =>
        Read("snapshots/E10000024/2012-09-30/v12/report.html")
            .ShouldBe(new SnapshotFile("E10000024", "trust", "2012-09-30", 12, "report.html"));

    [Fact]
    public void A_file_of_another_cadence_stands_beneath_its_id() =>
        Read("snapshots/E10000024/committee/2012-06-30/v1/snapshot.json")
            .ShouldBe(new SnapshotFile("E10000024", "committee", "2012-06-30", 1, "snapshot.json"));

    [Theory]
    [InlineData("snapshots/E10000024/2012-09-30/index.html")]
    [InlineData("snapshots/E10000024/2012-09-30/latest.json")]
    [InlineData("snapshots/E10000024/2012-09-30/v0/report.html")]
    [InlineData("snapshots/E10000024/2012-09-30/v99999/report.html")]
    [InlineData("snapshots/E10000024/2012-09-30/v1/deeper/report.html")]
    [InlineData("snapshots/E10000024/2012-09-30/v1/report.exe")]
    [InlineData("snapshots/E10000024/2012-09-30/v1/report")]
    [InlineData("landing/E10000024/2012-09-30/v1/report.html")]
    public void Anything_else_is_no_file_of_a_snapshot(string address) => Read(address).ShouldBeNull();

    [Theory]
    [InlineData("report.html", "text/html; charset=utf-8")]
    [InlineData("comparison.csv", "text/csv; charset=utf-8")]
    [InlineData("comparison.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public void The_media_type_follows_from_the_end_of_the_name(string name, string type) =>
        SnapshotFile.ContentTypeOf(name).ShouldBe(type);

    private static SnapshotFile? Read(string address) => SnapshotFile.Read(PagePath.Read(address)!);
}
