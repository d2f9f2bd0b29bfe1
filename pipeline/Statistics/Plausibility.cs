namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>
/// Whether a national figure can be the average of its authorities. An average of parts lies between the smallest and
/// the largest of them; one that does not is an error in the published file, such as a figure in another unit.
/// </summary>
internal static class Plausibility
{
    // With nearly all authorities there, the range is a proof. With a few, only a figure far away is.
    private const int NearlyAll = 100;
    private const int AFew = 5;
    private const decimal FarAway = 3;

    /// <summary>Whether the figure cannot be an average of these.</summary>
    /// <param name="authorities">The authorities' figures of the same indicator and period.</param>
    public static bool IsOutOfRange(decimal national, IReadOnlyCollection<decimal> authorities)
    {
        if (authorities.Count < AFew)
            return false;
        var (least, most) = (authorities.Min(), authorities.Max());
        return authorities.Count >= NearlyAll
            ? national < least || national > most
            : least > 0 && (national < least / FarAway || national / FarAway > most);
    }
}
