using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class ReleaseTests
{
    [Fact]
    public void A_file_lies_under_its_release_by_a_safe_name() =>
        (Known.Release("2012-03-28", "a") with { File = "../absence (2011).csv" }).BlobName.ShouldBe(
            "a/absence__2011_.csv"
        );

    [Theory]
    [InlineData("2015-12-01", null, "in use")]
    [InlineData("2015-12-02", null, "counts from 2015-12-02")]
    [InlineData("2015-12-02", "2016-04-01", "counts from 2016-04-01")]
    [InlineData("2012-03-28", "2016-04-01", "counts from 2016-04-01")]
    [InlineData("2012-03-28", "2015-04-01", "in use")]
    public void A_file_of_a_future_day_says_from_when_it_counts(string published, string? inForce, string outcome)
    {
        var release = Known.Release(published, "a") with { InForce = inForce is null ? null : Given.Day(inForce) };

        release.Outcome.ShouldBe(outcome);
        (release with { Status = ReleaseStatus.Withdrawn }).CountsFrom.ShouldBeNull();
    }

    [Fact]
    public void A_release_read_by_another_catalogue_is_another_reading()
    {
        var release = Known.Release("2012-03-28", "a");

        (release with { Catalogue = "another" }).SeriesVersion.ShouldNotBe(release.SeriesVersion);
    }
}
