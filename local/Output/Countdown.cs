using System.Globalization;

namespace ChildrensTrust.Local.Output;

/// <summary>Says how many of a known number of things are done, and about how long the rest takes.</summary>
/// <param name="total">How many there are.</param>
public sealed class Countdown(int total, TimeProvider time)
{
    // With fewer done, the estimate is too rough to show.
    private const int Few = 10;
    private readonly long _started = time.GetTimestamp();

    /// <summary>Such as "500 of 1,535, about 20 seconds left".</summary>
    public string After(int done)
    {
        var of = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0}");
        return done < Few || done >= total ? of : $"{of}, {Left(done)} left";
    }

    private string Left(int done)
    {
        var seconds = time.GetElapsedTime(_started).TotalSeconds * (total - done) / done;
        return seconds switch
        {
            < 5 => "a few seconds",
            < 90 => $"about {5 * Math.Ceiling(seconds / 5):0} seconds",
            _ => $"about {Math.Ceiling(seconds / 60):0} minutes",
        };
    }
}
