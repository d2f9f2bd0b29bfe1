using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Formats;

public sealed class FormatGuideTests
{
    public static TheoryData<string> Formats => [.. FeedReader.Readers.Select(r => r.Format).Distinct()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_has_a_guide_whose_page_is_there(string format)
    {
        var guide = FormatGuide.Find(format).ShouldNotBeNull();

        File.Exists(Path.Combine(SourceFolder.Of("docs"), "..", guide.Page)).ShouldBeTrue(guide.Page);
        guide.Columns.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_folder_says_which_formats_belong_in_it()
    {
        FormatGuide.For(Feed.Local).Select(g => g.Format).ShouldBe(["local-return"]);
        FormatGuide.For(Feed.National).Select(g => g.Format).ShouldContain("ees");
        FormatGuide.For(Feed.National).Select(g => g.Format).ShouldNotContain("key-actions");
        FormatGuide.For(Feed.Neighbours).Select(g => g.Format).ShouldNotContain("lait-statistics");
        FormatGuide.Find("ees")!.Columns.ShouldContain("time_period");
    }
}
