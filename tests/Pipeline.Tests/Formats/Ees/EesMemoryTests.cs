using System.Text;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Formats.Ees;

/// <summary>What is remembered from row to row, so that the same words are not examined twice, changes nothing in what
/// is read or found.</summary>
public sealed class EesMemoryTests
{
    private const string Header = EesRows.Header;

    [Fact]
    public async Task Rows_in_turn_say_the_same_as_rows_sorted_by_place()
    {
        string[] places =
        [
            "National,E92000001,England,,,,,",
            "local authority,E92000001,England,E12000004,East Midlands,891,E10000024,Nottinghamshire",
            "Local authority,E92000001,England,E12000009,South West,801,E06000023,\"Bristol, City of\"",
            "Local authority,E92000001,England,,,892,E06000018,Nottinghamshire",
            "Nowhere,E92000001,England,,,,,",
        ];
        var rows = (
            from place in places
            from year in new[] { "201011", "201112", "2012" }
            from school in new[] { "Total", "Special" }
            select (Place: place, Row: $"{year},Academic year,{place},{school},57,1000,5.7")
        ).ToList();
        var inTurn = rows.OrderBy(r => r.Row, StringComparer.Ordinal).Select(r => r.Row).ToList();

        var (sorted, mixed) = (await ReadAsync(rows.Select(r => r.Row)), await ReadAsync(inTurn));

        Summary(mixed).ShouldBe(Summary(sorted));
        Figures(mixed).ShouldBe(Figures(sorted), ignoreOrder: true);
        (mixed.Rows.Accepted, mixed.Rows.Rejected).ShouldBe((sorted.Rows.Accepted, sorted.Rows.Rejected));
        sorted.Rows.Rejected.ShouldBeGreaterThan(0);
        sorted.Rows.Accepted.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_place_whose_words_begin_like_those_of_the_row_before_is_another()
    {
        var reading = await ReadAsync([
            EesRows.Notts,
            EesRows
                .Notts.Replace("Nottinghamshire", "Nottinghamshire and more", StringComparison.Ordinal)
                .Replace("201011", "201112", StringComparison.Ordinal),
        ]);

        reading
            .Findings.ToList()
            .ShouldContain(f => f.Code == "NAME_DISAGREES" && f.Row == 3 && f.Message.StartsWith("In 1 row "));
    }

    [Fact]
    public async Task More_places_than_are_remembered_are_all_counted()
    {
        const int most = 10_000;
        var rows = Enumerable
            .Range(0, most + 50)
            .Select(i =>
                "201011,Academic year,local authority,E92000001,England,E12000004,East "
                + $"Midlands,891,E10000024,Place {i},Special,57,1000,5.7"
            )
            .ToList();

        var reading = await ReadAsync(rows.Concat(rows));

        reading
            .Findings.ToList()
            .ShouldContain(f =>
                f.Code == "WORD_SPELLING" && f.Row == 2 && f.Message.StartsWith($"In {2 * (most + 50)} rows")
            );
    }

    [Fact]
    public async Task One_character_among_digits_makes_a_word_wherever_it_stands()
    {
        foreach (var length in Enumerable.Range(3, 18))
        {
            foreach (var at in Enumerable.Range(1, length - 2))
            {
                var word = string.Concat(
                    Enumerable.Range(0, length).Select(i => i == at ? "/" : $"{(i + length) % 10}")
                );
                var reading = await Drop.ReadAsync($"{Header},room\n{EesRows.Notts},{word}\n{EesRows.England},\n");

                reading
                    .Findings.ToList()
                    .ShouldContain(f => f.Code == "FILTER_BLANK", $"{word} was taken for a number");
            }
        }
    }

    [Fact]
    public async Task Digits_and_points_are_a_number_of_any_length()
    {
        foreach (var length in Enumerable.Range(1, 20))
        {
            var number = string.Concat(
                Enumerable
                    .Range(0, length)
                    .Select(i => i == length / 2 && i > 0 && i < length - 1 ? "." : $"{(i + length) % 10}")
            );
            var reading = await Drop.ReadAsync($"{Header},room\n{EesRows.Notts},{number}\n{EesRows.England},\n");

            reading.Findings.ToList().ShouldContain(f => f.Code == "FIGURE_BLANK", $"{number} was taken for a word");
        }
    }

    private static Task<FileReading> ReadAsync(IEnumerable<string> rows) =>
        Drop.ReadAsync(new StringBuilder(Header).Append('\n').AppendJoin('\n', rows).Append('\n').ToString());

    private static List<string> Summary(FileReading reading) =>
        [
            .. reading
                .Findings.ToList()
                .Select(f => $"{f.Code} {f.Column} {f.Message.Split(", of which")[0]}")
                .Order(StringComparer.Ordinal),
        ];

    private static List<string> Figures(FileReading reading) =>
        [
            .. reading
                .Series.ToSeries()
                .SelectMany(s => s.Observations.Select(o => $"{s.Area} {o.Period.Key} {o.Value.Value}")),
        ];
}
