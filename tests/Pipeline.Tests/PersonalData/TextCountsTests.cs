using System.Text;
using ChildrensTrust.Pipeline.PersonalData;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.PersonalData;

/// <summary>A text that is passed over by its counts is one that no form could match.</summary>
public sealed class TextCountsTests
{
    private static readonly string[] Samples =
    [
        "943 476 5919",
        "Z201345678901",
        "A 2013-4567.8901",
        "QQ 12 34 56 C",
        "ni AB123456C",
        "NG2 7QP",
        "Flat 3, West Bridgford, NG2 7QP",
        "W1A 0A\u212A",
        "jo@example.org",
        "0115 982 3823",
        "+44 (0)115 9823823",
        "d.o.b 12/05/2011",
        "born 1st May 2011",
        "2011-05-12",
        "20110512",
    ];

    private static readonly Gen<string> Texts = Gen.Select(
            Gen.Int[0, Samples.Length - 1].Select(i => Samples[i]),
            Gen.Int[0, 40],
            Gen.Int[0, 3]
        )
        .Select((text, at, cut) => text.Remove(at % text.Length, Math.Min(cut, text.Length - (at % text.Length))));

    [Fact]
    public void No_form_of_a_cell_matches_with_fewer_signs_than_it_needs() =>
        Texts.Sample(text =>
            PersonalDataInCell.Forms.All(form => !form.Is(text) || TextCounts.Of(text).Has(form.Needs))
        );

    [Fact]
    public void A_cell_gives_what_its_text_gives() =>
        Texts.Sample(text =>
            PersonalDataInText
                .All(Encoding.UTF8.GetBytes(text))
                .SequenceEqual(PersonalDataInText.All(PlainText.Of(text)))
        );

    [Theory]
    [InlineData("NG2 7QP")]
    [InlineData("jo@example.org")]
    [InlineData("jo\uFF20example.org")]
    [InlineData("\uFF10\uFF11\uFF11\uFF15 982 3823")]
    [InlineData("born 12/05/2011")]
    public void A_cell_of_the_councils_own_text_is_not_passed_over(string cell) =>
        PersonalDataInText.All(Encoding.UTF8.GetBytes(cell)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("45.4")]
    [InlineData("2011/12")]
    [InlineData("E10000024")]
    [InlineData("Nottinghamshire")]
    public void A_figure_a_code_or_a_word_is_passed_over_by_its_counts(string cell)
    {
        var counts = TextCounts.Of(Encoding.UTF8.GetBytes(cell));
        counts.ShouldBe(TextCounts.Of(cell));
        PersonalDataInCell.Forms.Count(form => form.Needs.Letters > 0 && counts.Has(form.Needs)).ShouldBe(0);
    }
}
