using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class NeighbourModelsTests
{
    private static readonly DateOnly AsAt = new(2024, 9, 30);
    private static readonly DateOnly Compiled = new(2024, 12, 12);

    [Theory]
    [InlineData(DateOrigin.Metadata)]
    [InlineData(DateOrigin.FileName)]
    public void A_model_published_after_the_compile_date_is_not_known(DateOrigin publishedFrom)
    {
        var corrected = Given("corrected", "2021-04-01", "2026-06-01") with { PublishedFrom = publishedFrom };

        NeighbourModels
            .Known([corrected, Given("first", "2021-04-01", "2021-04-12")], Compiled)
            .Select(r => r.Id)
            .ShouldBe(["first"]);
    }

    [Fact]
    public void A_model_counts_from_the_very_day_on_which_it_is_in_force() =>
        Chosen(
                Given("before", "2021-04-01", "2021-04-12"),
                Given("that day", "2024-09-30", "2024-09-01"),
                Given("after", "2024-10-01", "2024-09-01")
            )
            .ShouldBe("that day");

    [Fact]
    public void A_model_of_which_only_the_arrival_is_known_is_known_from_the_very_day_on_which_it_is_in_force() =>
        NeighbourModels
            .Known(
                [Arrived("that day", "2024-12-12", "2026-11-01"), Arrived("after", "2024-12-13", "2026-11-01")],
                Compiled
            )
            .Select(r => r.Id)
            .ShouldBe(["that day"]);

    [Fact]
    public void Of_the_same_day_the_newest_published_counts() =>
        Chosen(Given("first", "2021-04-01", "2021-04-12"), Given("corrected", "2021-04-01", "2022-01-10"))
            .ShouldBe("corrected");

    [Fact]
    public void A_model_of_which_only_the_arrival_is_known_counts_from_its_in_force_date() =>
        NeighbourModels
            .Known(
                [Arrived("today", "2021-04-01", "2026-11-01"), Arrived("later", "2025-05-01", "2026-11-01")],
                Compiled
            )
            .Select(r => r.Id)
            .ShouldBe(["today"]);

    [Fact]
    public void A_model_of_which_only_the_arrival_is_known_never_stands_before_one_that_was_published()
    {
        Chosen(Arrived("arrived", "2021-04-01", "2026-11-01"), Given("published", "2021-04-01", "2021-04-12"))
            .ShouldBe("published");
        Chosen(Arrived("arrived", "2021-04-01", "2023-11-01"), Given("published", "2021-04-01", "2021-04-12"))
            .ShouldBe("published");
    }

    [Fact]
    public void Of_two_that_only_arrived_the_one_that_was_there_on_the_compile_date_counts() =>
        Chosen(Arrived("there", "2021-04-01", "2022-01-01"), Arrived("came later", "2021-04-01", "2026-11-01"))
            .ShouldBe("there");

    [Fact]
    public void A_later_in_force_date_counts_before_everything_else() =>
        Chosen(Given("of 2014", "2014-10-01", "2014-10-20"), Arrived("of 2021", "2021-04-01", "2026-11-01"))
            .ShouldBe("of 2021");

    [Fact]
    public void A_model_is_found_by_its_id_or_by_the_beginning_of_its_in_force_date()
    {
        var known = NeighbourModels.Known(
            [Given("old", "2021-04-01", "2021-04-12"), Given("next", "2024-11-01", "2024-10-20")],
            Compiled
        );

        NeighbourModels.Find(known, "2024-11")!.Id.ShouldBe("next");
        NeighbourModels.Find(known, "next")!.Id.ShouldBe("next");
        NeighbourModels.Find(known, "2026").ShouldBeNull();
        NeighbourModels.Find(known, "202").ShouldBeNull();
    }

    [Fact]
    public void A_model_without_an_in_force_date_holds_from_its_publication()
    {
        var model = Given("model", "2021-04-01", "2021-04-12") with { InForce = null };

        NeighbourModels.InForce(model).ShouldBe(new(2021, 4, 12));
    }

    [Fact]
    public void What_is_no_model_is_left_out() =>
        NeighbourModels.Known([Known.Release("2021-04-12", "absence")], Compiled).ShouldBeEmpty();

    private static string? Chosen(params Release[] releases) =>
        NeighbourModels.Known(releases, Compiled).FirstOrDefault(r => NeighbourModels.InForce(r) <= AsAt)?.Id;

    private static Release Given(string id, string inForce, string published) =>
        Known.Release(published, id) with
        {
            Format = "neighbour-model",
            InForce = Tests.Given.Day(inForce),
        };

    private static Release Arrived(string id, string inForce, string arrived) =>
        Given(id, inForce, arrived) with
        {
            PublishedFrom = DateOrigin.Arrival,
        };
}
