using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class ReleaseIdTests
{
    // The SHA-256 of no bytes at all.
    private const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void An_id_is_the_feeds_folder_and_half_of_the_hash() =>
        ReleaseId.For(Feed.KeyActions, Sha256).ShouldBe("key-actions-e3b0c44298fc1c149afbf4c8996fb924");

    [Fact]
    public void The_case_of_the_hash_does_not_matter() =>
        ReleaseId.For(Feed.National, Sha256.ToUpperInvariant()).ShouldBe(ReleaseId.For(Feed.National, Sha256));

    [Fact]
    public void The_same_content_in_another_feed_is_another_release() =>
        ReleaseId.For(Feed.National, Sha256).ShouldNotBe(ReleaseId.For(Feed.Neighbours, Sha256));
}
