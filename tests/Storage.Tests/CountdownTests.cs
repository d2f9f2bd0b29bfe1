using ChildrensTrust.Local.Output;
using Microsoft.Extensions.Time.Testing;

namespace ChildrensTrust.Storage.Tests;

public sealed class CountdownTests
{
    [Theory]
    [InlineData(5, 1535, "5 of 1,535")]
    [InlineData(500, 1535, "500 of 1,535, about 25 seconds left")]
    [InlineData(1500, 1535, "1,500 of 1,535, a few seconds left")]
    [InlineData(50, 1535, "50 of 1,535, about 5 minutes left")]
    [InlineData(1535, 1535, "1,535 of 1,535")]
    public void After_ten_seconds_it_says_how_many_are_done_and_how_long_the_rest_takes(
        int done,
        int total,
        string expected
    )
    {
        var time = new FakeTimeProvider();
        var countdown = new Countdown(total, time);
        time.Advance(TimeSpan.FromSeconds(10));

        countdown.After(done).ShouldBe(expected);
    }
}
