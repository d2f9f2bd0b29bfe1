using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotRequestTests
{
    [Theory]
    [InlineData(" e10000024 ", "E10000024", " Trust", "trust")]
    [InlineData("E10000024", "E10000024", "trust", "trust")]
    [InlineData(" ", null, "", null)]
    [InlineData(null, null, null, null)]
    public void A_code_and_an_id_count_in_any_capitals(string? area, string? code, string? cadence, string? id)
    {
        var request = new SnapshotRequest(new(2012, 9, 30)) { Area = area, Cadence = cadence };
        (request.Area, request.Cadence).ShouldBe((code, id));
    }

    [Theory]
    [InlineData("Median", AverageMethod.Median)]
    [InlineData("pooled", AverageMethod.Pooled)]
    [InlineData("1", null)]
    [InlineData("mode", null)]
    [InlineData("", null)]
    public void An_average_is_found_by_its_word_alone(string word, AverageMethod? average) =>
        SnapshotRequest.FindAverage(word).ShouldBe(average);
}
