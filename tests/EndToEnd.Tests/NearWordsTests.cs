using ChildrensTrust.Local.Output;

namespace ChildrensTrust.EndToEnd.Tests;

public sealed class NearWordsTests
{
    private static readonly string[] Known =
    [
        "Nottingham",
        "Nottinghamshire",
        "Northamptonshire",
        "Kingston upon Hull, City of",
        "--as-at",
    ];

    [Theory]
    [InlineData("Notinghamshire", "Did you mean Nottinghamshire? ")]
    [InlineData("nottingam", "Did you mean Nottingham? ")]
    [InlineData("kingston", "Did you mean Kingston upon Hull, City of? ")]
    [InlineData("notting", "Did you mean Nottingham or Nottinghamshire? ")]
    [InlineData("--asat", "Did you mean --as-at? ")]
    [InlineData("Atlantis", "")]
    [InlineData("", "")]
    public void The_nearest_known_words_are_named(string typed, string question) =>
        NearWords.Question(typed, Known).ShouldBe(question);
}
