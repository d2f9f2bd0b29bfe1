namespace ChildrensTrust.Pipeline.Observations;

/// <summary>Why a figure is not there. None of these is zero.</summary>
public enum MissingReason
{
    /// <summary>The publisher does not have it.</summary>
    NotAvailable,

    /// <summary>It makes no sense for this area or period.</summary>
    NotApplicable,

    /// <summary>It is held back to protect people.</summary>
    Suppressed,

    /// <summary>The publisher does not trust it.</summary>
    LowReliability,

    /// <summary>It is not zero, but would be rounded to it.</summary>
    RoundsToZero,

    /// <summary>The publisher's symbol does not say which of these it is.</summary>
    NotAvailableOrSuppressed,

    /// <summary>The cell is empty.</summary>
    NotGiven,

    /// <summary>The publisher withholds it and says why in a note.</summary>
    Withheld,

    /// <summary>The file gives two different figures.</summary>
    Conflicting,

    /// <summary>It is larger than its unit allows. Kept by an older version, which did not look.</summary>
    Impossible,

    /// <summary>The release has no row for the area.</summary>
    NotInRelease,

    /// <summary>The area no longer existed.</summary>
    Abolished,
}

/// <summary>The words for the reasons.</summary>
internal static class MissingReasons
{
    /// <summary>The reason as part of a sentence: "the figure is …".</summary>
    public static string Words(this MissingReason reason) =>
        reason switch
        {
            MissingReason.NotAvailable => "not available",
            MissingReason.NotApplicable => "not applicable",
            MissingReason.Suppressed => "suppressed",
            MissingReason.LowReliability => "of low reliability",
            MissingReason.RoundsToZero => "too low to show, though not zero",
            MissingReason.NotAvailableOrSuppressed => "not available or suppressed",
            MissingReason.NotGiven => "not given",
            MissingReason.Withheld => "withheld by its publisher",
            MissingReason.Conflicting => "given twice with different values",
            MissingReason.Impossible => "impossibly large",
            MissingReason.NotInRelease => "not in the release",
            MissingReason.Abolished => "abolished",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
}
