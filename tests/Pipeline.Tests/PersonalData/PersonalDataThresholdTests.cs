using System.Text;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.PersonalData;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.PersonalData;

/// <summary>Each number of the tripwire at its edge: so much trips it, one less does not. docs/checks.md states the
/// same numbers.</summary>
public sealed class PersonalDataThresholdTests
{
    private const string Nhs = "9434765919";
    private const string Upn = "H801200001001";
    private const string Email = "zq@example.org";
    private const string Day = "12/03/2009";

    public static TheoryData<string> OfASmallShare => [Upn, "NG2 7QP", Email, "07700 900123", "AB 12 34 56 C"];

    public static TheoryData<string> OfALargeShare => [Nhs, Day, "12 High Street, Nottingham NG2 7QP"];

    [Theory]
    [MemberData(nameof(OfASmallShare))]
    public void More_than_five_cells_in_a_hundred_trip_it(string cell)
    {
        Trips(Column(100, row => row < 6 ? cell : "x")).ShouldBeTrue();
        Trips(Column(100, row => row < 5 ? cell : "x")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(OfALargeShare))]
    public void More_than_forty_cells_in_a_hundred_trip_it(string cell)
    {
        Trips(Column(100, row => row < 41 ? cell : "x")).ShouldBeTrue();
        Trips(Column(100, row => row < 40 ? cell : "x")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\u200B")]
    public void A_blank_cell_is_none_of_the_hundred(string blank) =>
        Trips(
                Column(
                    1000,
                    row =>
                        row < 3 ? Upn
                        : row < 30 ? "x"
                        : blank
                )
            )
            .ShouldBeTrue();

    [Theory]
    [MemberData(nameof(OfASmallShare))]
    public void Three_cells_trip_it_where_they_are_fewer_than_half_of_the_rows_and_two_do_not(string cell)
    {
        Trips(Column(20, row => row < 3 ? cell : "x")).ShouldBeTrue();
        Trips(Column(20, row => row < 2 ? cell : "x")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(OfASmallShare))]
    [InlineData(Nhs)]
    public void Half_of_the_rows_trip_it_however_few_they_are(string cell)
    {
        Trips(Column(1, _ => cell)).ShouldBeTrue();
        Trips(Column(4, row => row < 2 ? cell : "x")).ShouldBeTrue();
        Trips(Column(5, row => row < 2 ? cell : "x")).ShouldBeFalse();
    }

    [Fact]
    public void Fewer_than_three_days_or_addresses_do_not_though_they_are_every_row()
    {
        Trips(Column(2, _ => Day)).ShouldBeFalse();
        Trips(Column(3, _ => Day)).ShouldBeTrue();
        Trips(Column(2, _ => "12 High Street, Nottingham NG2 7QP")).ShouldBeFalse();
    }

    [Fact]
    public void The_first_thousand_rows_are_looked_at_and_then_one_in_ten()
    {
        var tripwire = new PersonalDataTripwire();
        var looked = Enumerable.Range(0, 1100).Where(_ => tripwire.NextRow()).ToList();

        looked.Count.ShouldBe(1010);
        looked.Take(1001).ShouldBe(Enumerable.Range(0, 1001));
        looked.Skip(1000).ShouldBe(Enumerable.Range(0, 10).Select(i => 1000 + (10 * i)));
    }

    [Fact]
    public void Every_row_of_the_councils_own_is_looked_at()
    {
        var tripwire = new PersonalDataTripwire();
        tripwire.OwnTexts();
        Enumerable.Range(0, 3000).ShouldAllBe(_ => tripwire.NextRow());
    }

    [Theory]
    [InlineData($" {Nhs}")]
    [InlineData($"{Nhs} ")]
    [InlineData($"\t{Nhs}\t")]
    [InlineData($"\r\n{Nhs}\r\n")]
    [InlineData($"\u00A0{Nhs}\u00A0")]
    [InlineData($"\u200B{Nhs}\uFEFF")]
    public void Spaces_around_a_cell_are_no_part_of_it(string cell) => Trips(Column(3, _ => cell)).ShouldBeTrue();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void An_NHS_number_begins_with_a_digit_that_is_issued(int first, bool trips)
    {
        var numbers = Enumerable
            .Range(0, 40)
            .Select(i => WithCheckDigit($"{first}{10_000_007 + (i * 37):00000000}"))
            .OfType<string>()
            .ToList();

        Trips(Column(numbers.Count, row => numbers[row])).ShouldBe(trips);
        Trips(Column(numbers.Count, row => $"{numbers[row][..9]}{(numbers[row][9] - '0' + 1) % 10}")).ShouldBeFalse();
    }

    [Fact]
    public void One_number_in_groups_of_three_three_and_four_trips_it_in_whatever_cell()
    {
        Trips(Column(1000, row => row == 500 ? "943 476 5919" : "x")).ShouldBeTrue();
        Trips(Column(1000, row => row == 500 ? "943 4765 919" : "x")).ShouldBeFalse();
        Trips(Column(1000, row => row == 500 ? "943 476 5918" : "x")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Upn)]
    [InlineData("AB123456C")]
    public void One_of_these_in_words_trips_it_and_by_itself_does_not(string number)
    {
        Trips(Column(1000, row => row == 500 ? $"seen as {number}" : "x")).ShouldBeTrue();
        Trips(Column(1000, row => row == 500 ? number : "x")).ShouldBeFalse();
    }

    [Fact]
    public void Three_cells_that_are_half_of_a_row_trip_it_as_a_column_on_its_side_would()
    {
        Trips(Row(100, Nhs, Nhs, Nhs, "x", "x", "x")).ShouldBeTrue();
        Trips(Row(100, Nhs, Nhs, Nhs, "x", "x", "x", "x")).ShouldBeFalse();
        Trips(Row(100, Nhs, Nhs, "x")).ShouldBeFalse();
    }

    [Fact]
    public async Task Key_actions_in_the_folder_of_another_feed_are_looked_at_all_the_same()
    {
        const string header = "priority,reference,action,lead,status,code\n";
        var rows = string.Concat(Enumerable.Repeat($"1,1.1,Do it,Director,Completed,{Upn}\n", 20));

        (await Drop.ReadAsync(header + rows, Feed.National)).Codes().ShouldBe(["PERSONAL_DATA"]);
        (await Drop.ReadAsync(header + rows.Replace(Upn, "x"), Feed.National)).Codes().ShouldBe(["FEED_WRONG"]);
    }

    [Theory]
    [InlineData(Feed.KeyActions)]
    [InlineData(Feed.National)]
    public async Task One_cell_of_the_councils_own_is_enough_in_whatever_folder(Feed feed)
    {
        var rows = string.Concat(
            Enumerable
                .Range(0, 2000)
                .Select(i => $"1,{i},{(i == 1805 ? "Ring 07700 900123" : "Do it")},Director,Completed\n")
        );

        (await Drop.ReadAsync($"priority,reference,action,lead,status\n{rows}", feed))
            .Codes()
            .ShouldBe(["PERSONAL_DATA"]);
    }

    private static string? WithCheckDigit(string nine)
    {
        var check = (11 - (Enumerable.Range(0, 9).Sum(i => (nine[i] - '0') * (10 - i)) % 11)) % 11;
        return check == 10 ? null : $"{nine}{check}";
    }

    private static PersonalDataTripwire Column(int rows, Func<int, string> cell)
    {
        var tripwire = new PersonalDataTripwire();
        foreach (var row in Enumerable.Range(0, rows))
        {
            if (tripwire.NextRow())
                tripwire.Cell(1, Encoding.UTF8.GetBytes(cell(row)));
        }
        return tripwire;
    }

    // One such row among others.
    private static PersonalDataTripwire Row(int others, params string[] cells)
    {
        var tripwire = Column(others, _ => "x");
        if (tripwire.NextRow())
            cells.Index().ToList().ForEach(c => tripwire.Cell(c.Index, Encoding.UTF8.GetBytes(c.Item)));
        return tripwire;
    }

    private static bool Trips(PersonalDataTripwire tripwire) => tripwire.Finding is not null;
}
