using ChildrensTrust.Pipeline.Site;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Site;

public sealed class PagePathTests
{
    [Theory]
    [InlineData(null, "index.html", "")]
    [InlineData("", "index.html", "")]
    [InlineData("due.json", "due.json", "")]
    [InlineData("indicators/", "indicators/index.html", "../")]
    [InlineData(
        "snapshots/E10000024/2012-09-30/v1/report.html",
        "snapshots/E10000024/2012-09-30/v1/report.html",
        "../../../../"
    )]
    public void An_address_says_its_page_and_the_way_back_to_the_root(string? asked, string text, string root)
    {
        var path = PagePath.Read(asked).ShouldNotBeNull();
        (path.Text, path.Root).ShouldBe((text, root));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../index.html")]
    [InlineData("snapshots/../../landing/a.csv")]
    [InlineData("snapshots/./a.html")]
    [InlineData("snapshots//a.html")]
    [InlineData("/index.html")]
    [InlineData("//evil.example/index.html")]
    [InlineData(".hidden")]
    [InlineData("a/.hidden")]
    [InlineData("-")]
    [InlineData("a\\b.html")]
    [InlineData("C:/index.html")]
    [InlineData("index.html:stream")]
    [InlineData("%2e%2e/index.html")]
    [InlineData("index.html%00.csv")]
    [InlineData("index.html\0")]
    [InlineData("index.html\n")]
    [InlineData("index html")]
    [InlineData("índex.html")]
    [InlineData("index.html?x")]
    [InlineData("index.html#x")]
    [InlineData("<script>")]
    [InlineData("~/index.html")]
    public void What_could_leave_the_site_is_no_address(string asked) => PagePath.Read(asked).ShouldBeNull();

    [Fact]
    public void A_very_long_address_is_none() => PagePath.Read(new string('a', 301)).ShouldBeNull();

    [Fact]
    public void Whatever_is_asked_for_an_address_has_only_plain_names() =>
        Gen.String.Sample(asked =>
        {
            if (PagePath.Read(asked) is { } path)
                path.Text.Split('/')
                    .ShouldAllBe(name =>
                        char.IsAsciiLetterOrDigit(name[0])
                        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '.' || c == '-' || c == '_')
                    );
        });
}
