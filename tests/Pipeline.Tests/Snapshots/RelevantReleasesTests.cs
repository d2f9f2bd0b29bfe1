using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

/// <summary>What is left unread changes no figure and no revision.</summary>
public sealed class RelevantReleasesTests
{
    private const string Indicator = "an-indicator";
    private static readonly string[] Areas = ["E92000001", "E10000024", "E06000018"];

    // A cell of an edition: not spoken of, missing, or one of three figures.
    private static readonly Gen<int[]> Edition = Gen.Frequency(
        (3, Gen.Const(Full())),
        (2, Gen.Int[-2, 2].Array[Areas.Length * 3])
    );

    [Fact]
    public void Every_figure_and_the_one_before_it_are_the_same_as_if_all_editions_were_read() =>
        Edition
            .Array[1, 8]
            .Sample(editions =>
            {
                var all = editions.Select((cells, i) => Released(cells, i)).Where(r => r.Areas.Count > 0).ToList();
                var needed = Relevant(all.Select(r => r.Release)).ToHashSet();

                Summary(all.Where(r => needed.Contains(r.Release.Id))).ShouldBe(Summary(all));
            });

    [Fact]
    public void Of_editions_that_speak_of_the_same_the_newest_two_are_read()
    {
        var editions = Enumerable.Range(0, 10).Select(i => Released(Full(), i).Release).ToList();

        Relevant(editions).ShouldBe(["edition-9", "edition-8"]);
    }

    [Fact]
    public void An_edition_that_alone_speaks_of_an_early_period_is_read()
    {
        int[] withoutFirst = [-2, 0, 0, -2, 0, 0, -2, 0, 0];
        var editions = new[] { Full(), withoutFirst, withoutFirst, withoutFirst }.Select(
            (cells, i) => Released(cells, i).Release
        );

        Relevant(editions).ShouldBe(["edition-3", "edition-2", "edition-0"]);
    }

    [Fact]
    public void An_edition_of_which_the_ledger_says_nothing_is_always_read()
    {
        var editions = Enumerable
            .Range(0, 4)
            .Select(i => Released(Full(), i).Release with { Coverage = new Dictionary<string, Coverage>() });

        Relevant(editions).Count().ShouldBe(4);
    }

    private static IEnumerable<string> Relevant(IEnumerable<Release> editions) =>
        RelevantReleases
            .For(
                editions
                    .Select(r => r with { Indicators = [Indicator] })
                    .SelectMany(ReleaseIndex.RowsOf)
                    .Where(r => r.Topic == Indicator)
            )
            .Select(r => r.ReleaseId);

    private static int[] Full() => new int[Areas.Length * 3];

    private static ReleasedSeries Released(int[] cells, int edition)
    {
        var figures =
            from i in Enumerable.Range(0, cells.Length)
            where cells[i] > -2
            select (
                Areas[i / 3],
                Known.Figure(Known.Academic(2012 + (i % 3)), cells[i] == -1 ? null : (10 * cells[i]) + edition)
            );
        var released = Known.Released(Known.Release($"2014-{edition + 1:00}-01", $"edition-{edition}"), [.. figures]);
        return released with { Release = released.Release with { Coverage = Coverage.From(released.Areas.Values) } };
    }

    private static List<string> Summary(IEnumerable<ReleasedSeries> editions)
    {
        var known = new SeriesAsOf("a series", 0, editions, Known.AsAt);
        return
        [
            .. from area in Areas
            from year in new[] { 2012, 2013, 2014 }
            let period = Known.Academic(year)
            let figure = known.Find(area, period)
            let before = known
                .Editions(area, period)
                .SkipWhile(f => f.Release.Id != figure?.Release.Id)
                .Skip(1)
                .FirstOrDefault(f => f.Value is not null)
            select $"{area} {year}: {figure?.Value} of {figure?.Release.Id}, before {before?.Value} of "
                + $"{before?.Release.Id}",
        ];
    }
}
