using System.Globalization;
using System.Text;
using ChildrensTrust.Pipeline.Observations;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class MeasureCellTests
{
    [Theory]
    [InlineData("17.4")]
    [InlineData("17.40")]
    [InlineData("0")]
    [InlineData("0.000")]
    [InlineData("-3.5")]
    [InlineData("51.76214121")]
    [InlineData("18.600000000000001")]
    [InlineData("1247")]
    public void A_number_keeps_every_digit_that_was_published(string cell) =>
        Read(cell).Value!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(cell);

    [Theory]
    [InlineData(" 17.4", "17.4")]
    [InlineData("17.4 ", "17.4")]
    [InlineData("+17.4", "17.4")]
    [InlineData("1E-3", "0.001")]
    [InlineData("2.5e2", "250")]
    public void Surrounding_spaces_a_sign_and_an_exponent_are_read(string cell, string value) =>
        Read(cell).ShouldBe(Measure.From(Given.Number(value)));

    [Fact]
    public void In_a_culture_that_writes_a_comma_a_point_is_still_the_decimal_sign()
    {
        1.5m.ToString(CultureInfo.CurrentCulture).ShouldBe("1,5");
        Read("1.5").Value.ShouldBe(1.5m);
        CannotBeRead("1,5");
    }

    [Fact]
    public void A_figure_of_zero_is_a_figure() => Read("0").Missing.ShouldBeNull();

    [Theory]
    [InlineData("1e-400")]
    [InlineData("-4.5E-29")]
    [InlineData("0.00000000000000000000000000000000001")]
    public void A_figure_too_small_to_be_kept_is_no_zero(string cell) => CannotBeRead(cell);

    [Theory]
    [InlineData("-0")]
    [InlineData("0e5")]
    [InlineData("0.00000000000000000000000000000000000")]
    public void A_zero_however_it_is_written_is_one(string cell) => Read(cell).Value.ShouldBe(0);

    [Theory]
    [InlineData("c", MissingReason.Suppressed)]
    [InlineData("*", MissingReason.Suppressed)]
    [InlineData("s", MissingReason.Suppressed)]
    [InlineData("x", MissingReason.NotAvailableOrSuppressed)]
    [InlineData("-", MissingReason.NotAvailableOrSuppressed)]
    [InlineData(":", MissingReason.NotAvailable)]
    [InlineData("..", MissingReason.NotAvailable)]
    [InlineData("z", MissingReason.NotApplicable)]
    [InlineData(".", MissingReason.NotApplicable)]
    [InlineData("u", MissingReason.LowReliability)]
    [InlineData("k", MissingReason.RoundsToZero)]
    [InlineData("low", MissingReason.RoundsToZero)]
    [InlineData("~", MissingReason.RoundsToZero)]
    [InlineData("NULL", MissingReason.NotGiven)]
    [InlineData("NA", MissingReason.NotGiven)]
    [InlineData("N/A", MissingReason.NotGiven)]
    public void A_symbol_is_missing_for_its_own_reason_and_is_kept(string cell, MissingReason reason) =>
        Read(cell).ShouldBe(Measure.None(reason, cell));

    [Theory]
    [InlineData("C", MissingReason.Suppressed)]
    [InlineData("null", MissingReason.NotGiven)]
    [InlineData("Low", MissingReason.RoundsToZero)]
    public void The_case_of_a_symbol_does_not_matter(string cell, MissingReason reason) =>
        Read(cell).Missing.ShouldBe(reason);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_cell_is_not_given_and_has_no_symbol(string cell) =>
        Read(cell).ShouldBe(Measure.None(MissingReason.NotGiven));

    [Theory]
    [InlineData("1,24")]
    [InlineData("1,2475")]
    [InlineData(",247")]
    [InlineData("12,5")]
    [InlineData("1 247")]
    public void Separators_between_digits_are_refused_and_not_guessed(string cell) => CannotBeRead(cell);

    [Theory]
    [InlineData("n.k.")]
    [InlineData("17.4%")]
    [InlineData("£17")]
    [InlineData("(3)")]
    [InlineData("1.2.3")]
    [InlineData("abc")]
    [InlineData("[p]")]
    [InlineData("17.4 [q]")]
    [InlineData("[]")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("a long text that is no symbol")]
    public void Anything_else_is_a_fault(string cell) => CannotBeRead(cell);

    [Theory]
    [InlineData("           c", true)]
    [InlineData("            c", false)]
    public void A_symbol_with_its_spaces_is_at_most_twelve_bytes(string cell, bool read) =>
        MeasureCell.TryRead(Encoding.UTF8.GetBytes(cell), out _).ShouldBe(read);

    [Fact]
    public void Bytes_that_are_not_text_are_a_fault() => MeasureCell.TryRead([0xC3, 0x28], out _).ShouldBeFalse();

    [Theory]
    [InlineData("18.600000000000001", "18.6")]
    [InlineData("57.140999999999998", "57.141")]
    [InlineData("1.4345239329173489", "1.43452393292")]
    [InlineData("10.199999999999999", "10.2")]
    [InlineData("33.119999999999997", "33.12")]
    [InlineData("-18.600000000000001", "-18.6")]
    [InlineData("-0.10000000000000001", "-0.1")]
    [InlineData("0.0012300000000000001", "0.00123")]
    [InlineData("0.1000000000000", "0.1")]
    [InlineData("0.99999999999999989", "1")]
    [InlineData("99.999999999999986", "100")]
    [InlineData("369.00000000000006", "369")]
    [InlineData("123456789.12300001", "123456789.123")]
    [InlineData("999999999999.90002", "1000000000000")]
    public void The_noise_of_a_binary_number_is_taken_away(string noisy, string value) =>
        MeasureCell.WithoutBinaryNoise(Given.Number(noisy)).ToString(CultureInfo.InvariantCulture).ShouldBe(value);

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("18.60")]
    [InlineData("51.76214121")]
    [InlineData("12.3456789010")]
    [InlineData("123456789012")]
    [InlineData("1234567890123456")]
    [InlineData("0.000000123456789012")]
    public void A_number_without_noise_stays_as_it_was_written(string value) =>
        MeasureCell.WithoutBinaryNoise(Given.Number(value)).ToString(CultureInfo.InvariantCulture).ShouldBe(value);

    [Fact]
    public void A_number_of_at_most_twelve_significant_digits_never_changes() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 28], Scaled)
            .Sample(value => MeasureCell.WithoutBinaryNoise(value) == value);

    [Fact]
    public void A_decimal_written_as_a_double_comes_back_as_the_decimal() =>
        Gen.Select(Gen.Long[-99_999_999, 99_999_999], Gen.Int[0, 8], Scaled)
            .Sample(value =>
                MeasureCell.WithoutBinaryNoise(
                    Given.Number(((double)value).ToString("G17", CultureInfo.InvariantCulture))
                ) == value
            );

    private static decimal Scaled(long digits, int scale) =>
        new(unchecked((int)Math.Abs(digits)), (int)(Math.Abs(digits) >> 32), 0, digits < 0, (byte)scale);

    private static Measure Read(string cell)
    {
        MeasureCell.TryRead(Encoding.UTF8.GetBytes(cell), out var measure).ShouldBeTrue();
        return measure;
    }

    private static void CannotBeRead(string cell) =>
        MeasureCell.TryRead(Encoding.UTF8.GetBytes(cell), out _).ShouldBeFalse();
}
