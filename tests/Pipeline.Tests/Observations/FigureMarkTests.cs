using System.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class FigureMarkTests
{
    [Theory]
    [InlineData("74,588", "74588")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("-1,234", "-1234")]
    [InlineData("'7.9", "7.9")]
    public void A_number_as_people_keep_it_is_that_number(string cell, string value) =>
        Read(cell).Measure.Value.ShouldBe(Given.Number(value));

    [Theory]
    [InlineData("7.9[p]", RevisionStatus.Provisional)]
    [InlineData("7.9 [P]", RevisionStatus.Provisional)]
    [InlineData("7.9r", RevisionStatus.Revised)]
    [InlineData("7.9 [r]", RevisionStatus.Revised)]
    public void A_letter_behind_a_figure_says_how_final_it_is(string cell, RevisionStatus status)
    {
        var (measure, mark) = Read(cell);

        (measure.Value, mark.AddTo(null)?.RevisionStatus).ShouldBe((7.9m, status));
    }

    [Theory]
    [InlineData("7.9 [e]", "Estimated.")]
    [InlineData("7.9 [u]", "Of low reliability.")]
    [InlineData("7.9 [note 3]", "See note 3 in the publisher’s file.")]
    public void What_must_be_known_of_a_figure_goes_before_its_note(string cell, string note) =>
        (Read(cell).Mark.AddTo(new() { Note = "Own." })?.Note).ShouldBe($"{note} Own.");

    [Theory]
    [InlineData("[c]", MissingReason.Suppressed)]
    [InlineData("[x]", MissingReason.NotAvailableOrSuppressed)]
    [InlineData("[z]", MissingReason.NotApplicable)]
    [InlineData("[low]", MissingReason.RoundsToZero)]
    [InlineData("[u]", MissingReason.LowReliability)]
    [InlineData("[w]", MissingReason.NotAvailable)]
    public void A_symbol_in_brackets_is_the_symbol(string cell, MissingReason reason) =>
        Read(cell).Measure.ShouldBe(Measure.None(reason, cell));

    [Fact]
    public void Between_semicolons_a_comma_may_be_a_decimal_sign_and_is_not_guessed() =>
        MeasureCell.TryRead("7,900"u8, ';', out _, out _).ShouldBeFalse();

    private static (Measure Measure, FigureMark Mark) Read(string cell)
    {
        MeasureCell.TryRead(Encoding.UTF8.GetBytes(cell), ',', out var measure, out var mark).ShouldBeTrue();
        return (measure, mark);
    }
}
