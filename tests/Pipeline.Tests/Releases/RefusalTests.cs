using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class RefusalTests
{
    private static readonly Release File = Known.Release("2012-03-28", "a") with
    {
        Status = ReleaseStatus.Quarantined,
        Format = FileReading.Unknown,
    };

    [Fact]
    public void It_says_in_one_sentence_what_is_wrong_and_which_format_the_file_looks_like()
    {
        var refusal = Refusal.Of(
            File with
            {
                Resembles = "local-return",
            },
            [Check.FormatUnknown.Found("This header matches no known format. The first row has 2 columns.")]
        )!;

        refusal.Wrong.ShouldBe("This header matches no known format.");
        refusal.First.ShouldBe(Check.FormatUnknown.Guidance);
        (refusal.Looks!.Page, refusal.Looks.Columns[0]).ShouldBe(("docs/formats/local-returns.md", "indicator"));
        refusal.Others.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_like_none_is_shown_the_formats_of_its_folder() =>
        Refusal
            .Of(File with { Feed = Feed.KeyActions }, [Check.FormatUnknown.Found("No.")])!
            .Others.ShouldHaveSingleItem()
            .Format.ShouldBe("key-actions");

    [Fact]
    public void What_is_wrong_is_what_refused_the_file_and_not_a_fault_of_one_row() =>
        Refusal
            .Of(
                File with
                {
                    Format = "ees",
                },
                [
                    new("AREA_UNKNOWN", Severity.Warning, "A warning."),
                    new("CELL_UNREADABLE", Severity.Error, "A cell.", 2, "value"),
                    new("TOO_MANY_REJECTED", Severity.Error, "Too many rows."),
                ]
            )!
            .Wrong.ShouldBe("Too many rows.");

    [Fact]
    public void A_file_with_personal_data_is_shown_no_format_to_follow()
    {
        var refusal = Refusal.Of(File, [Check.PersonalData.Found("It holds data about individuals.")])!;

        (refusal.Looks, refusal.Others.Count).ShouldBe((null, 0));
    }

    [Fact]
    public void A_file_that_only_has_warnings_is_not_refused() =>
        Refusal.Of(File, [new("AREA_UNKNOWN", Severity.Warning, "A warning.")]).ShouldBeNull();
}
