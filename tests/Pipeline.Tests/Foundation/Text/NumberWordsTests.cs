using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Tests.Foundation.Text;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "one")]
    [InlineData(8, "eight")]
    [InlineData(12, "twelve")]
    [InlineData(16, "sixteen")]
    [InlineData(19, "nineteen")]
    [InlineData(20, "twenty")]
    [InlineData(21, "twenty-one")]
    [InlineData(40, "forty")]
    [InlineData(59, "fifty-nine")]
    [InlineData(99, "ninety-nine")]
    [InlineData(100, "100")]
    [InlineData(120, "120")]
    public void A_small_number_is_written_in_words_and_a_large_one_in_digits(int number, string words) =>
        NumberWords.For(number).ShouldBe(words);

    [Fact]
    public void No_two_numbers_have_the_same_words() =>
        Enumerable.Range(0, 121).Select(NumberWords.For).ShouldBeUnique();

    [Fact]
    public void A_negative_number_is_an_error() => Should.Throw<ArgumentOutOfRangeException>(() => NumberWords.For(-1));
}
