using System.Text;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Files;

public sealed class MarkupTagsTests
{
    [Theory]
    [InlineData("<a>x</a>", "a a/")]
    [InlineData("<a/><b />", "a. b.")]
    [InlineData("<?xml version=\"1.0\"?>\n<x:row r='1'>", "row")]
    [InlineData("<a b=\"1>2\" c='/'>", "a")]
    [InlineData("<a b='\"'/><c>", "a. c")]
    [InlineData("it's \"a\" text<b>it's</b>", "b b/")]
    [InlineData("<a><!-- <row> --- \" --><b/></a>", "a b. a/")]
    [InlineData("<a><![CDATA[</a>]]<row>]]]></a>", "a a/")]
    [InlineData("<a><?do <row> ??><b></b>", "a b b/")]
    [InlineData("<a", "")]
    public void Tags_are_found_as_they_are_written_however_the_bytes_come(string markup, string tags)
    {
        foreach (var piece in new[] { 1, 2, 3, markup.Length })
        {
            var found = new List<string>();
            var scan = new MarkupTags(
                (name, begins, ends, kind) =>
                {
                    markup[(int)begins].ShouldBe('<');
                    markup[(int)ends - 1].ShouldBe('>');
                    found.Add(
                        name
                            + kind switch
                            {
                                MarkupTags.Kind.Closes => "/",
                                MarkupTags.Kind.Whole => ".",
                                _ => "",
                            }
                    );
                }
            );
            foreach (var bytes in Encoding.UTF8.GetBytes(markup).Chunk(piece))
                scan.Add(bytes);
            string.Join(' ', found).ShouldBe(tags);
        }
    }

    [Fact]
    public void A_tag_that_does_not_end_is_as_long_as_it_is_so_far()
    {
        var scan = new MarkupTags((_, _, _, _) => { });
        scan.Add("text <a b=\""u8);
        scan.Add(Encoding.UTF8.GetBytes(new string('x', 990)));

        scan.Longest.ShouldBe(996);
    }
}
