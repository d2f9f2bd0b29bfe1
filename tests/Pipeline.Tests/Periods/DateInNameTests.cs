using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Periods;

public sealed class DateInNameTests
{
    [Theory]
    [InlineData("absence_2024-10-31.csv", "2024-10-31")]
    [InlineData("absence_20241031.csv", "2024-10-31")]
    [InlineData("absence_2024_10_31_final.csv", "2024-10-31")]
    [InlineData("1999-01-01.csv", "1999-01-01")]
    [InlineData("2023-02-29 and 2024-02-29.csv", "2024-02-29")]
    public void A_whole_date_is_read_however_it_is_joined(string file, string day) =>
        DateInName.Day(file).ShouldBe(Given.Day(day));

    [Theory]
    [InlineData("absence.csv")]
    [InlineData("absence_2024-10_31.csv")]
    [InlineData("absence_2024-13-01.csv")]
    [InlineData("absence_2023-02-29.csv")]
    [InlineData("120241031.csv")]
    [InlineData("202410310.csv")]
    [InlineData("absence_1824-10-31.csv")]
    public void Digits_that_are_no_day_are_no_date(string file) => DateInName.Day(file).ShouldBeNull();

    [Theory]
    [InlineData("SNM_April_2021.xlsx", "2021-04-01")]
    [InlineData("snm-apr-2021.xlsx", "2021-04-01")]
    [InlineData("SNM May2025.xlsx", "2025-05-01")]
    [InlineData("SEPT 2019.csv", "2019-09-01")]
    [InlineData("model december 2009.csv", "2009-12-01")]
    public void A_month_is_read_with_its_year(string file, string day) =>
        DateInName.Month(file).ShouldBe(Given.Day(day));

    [Theory]
    [InlineData("SNM_2021.xlsx")]
    [InlineData("dismay 2021.csv")]
    [InlineData("April 20215.csv")]
    [InlineData("April_of_2021.csv")]
    public void A_word_or_a_year_alone_is_no_month(string file) => DateInName.Month(file).ShouldBeNull();
}
