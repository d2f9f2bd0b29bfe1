using ChildrensTrust.Pipeline.Releases;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("absence_by_term.meta.csv", "absence_by_term.meta.csv")]
    [InlineData("nat_char (201112 to 201617).csv", "nat_char__201112_to_201617_.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("C:\\data\\c:on.csv", "c_on.csv")]
    [InlineData("a\r\nb\0c\u007Fd.csv", "a__b_c_d.csv")]
    [InlineData("é.csv", "_.csv")]
    [InlineData(".hidden.csv", "hidden.csv")]
    [InlineData("..", "file")]
    [InlineData("folder/", "file")]
    [InlineData("....", "file")]
    [InlineData("", "file")]
    public void A_name_becomes_one_safe_part_of_a_path(string name, string safe) =>
        SafeFileName.From(name).ShouldBe(safe);

    [Fact]
    public void A_very_long_name_is_cut() =>
        SafeFileName.From(new string('a', 5000) + ".csv").ShouldBe(new string('a', 120));

    [Fact]
    public void Whatever_the_name_the_result_is_safe() =>
        Gen.String[Gen.Char, 0, 200]
            .Sample(name =>
                SafeFileName.From(name) is { Length: > 0 and <= 120 } safe
                && safe[0] != '.'
                && safe.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            );
}
