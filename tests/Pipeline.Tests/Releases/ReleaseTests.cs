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

    [Fact]
    public void A_release_read_by_another_catalogue_is_another_reading()
    {
        var release = Known.Release("2012-03-28", "a");

        (release with { Catalogue = "another" }).SeriesVersion.ShouldNotBe(release.SeriesVersion);
    }
}
