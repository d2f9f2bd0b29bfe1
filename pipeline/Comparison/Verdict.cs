using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>How a figure stands against another.</summary>
public enum Verdict
{
    /// <summary>Better than the other, by the indicator's polarity.</summary>
    Exceeds,

    /// <summary>Exactly the same as published.</summary>
    InLine,

    /// <summary>Worse than the other.</summary>
    DoesNotMeet,

    /// <summary>The areas that make up the area disagree.</summary>
    Mixed,

    /// <summary>The indicator has no better or worse.</summary>
    NoJudgement,

    /// <summary>One of the two figures is missing.</summary>
    NoComparison,
}

/// <summary>Makes verdicts. Figures are compared as published, before any rounding.</summary>
public static class Verdicts
{
    /// <summary>The verdict on a figure against another.</summary>
    /// <param name="against">The figure to compare it with; null where it is missing.</param>
    public static Verdict Compare(decimal? value, decimal? against, Polarity polarity)
    {
        if (value is null || against is null)
            return Verdict.NoComparison;
        if (polarity == Polarity.Neutral)
            return Verdict.NoJudgement;
        return value == against ? Verdict.InLine
            : value > against == (polarity == Polarity.High) ? Verdict.Exceeds
            : Verdict.DoesNotMeet;
    }

    /// <summary>
    /// One verdict for several areas: theirs where all agree, otherwise mixed. Where one of them has no comparison
    /// there is none.
    /// </summary>
    public static Verdict Combine(IEnumerable<Verdict> parts)
    {
        var said = parts.Distinct().ToList();
        if (said.Count == 0 || said.Contains(Verdict.NoComparison))
            return Verdict.NoComparison;
        return said is [var only] ? only : Verdict.Mixed;
    }

    /// <summary>Whether one verdict became another. A verdict that had no comparison, or has none now, does not count
    /// as changed.</summary>
    public static bool Turned(Verdict was, Verdict now) =>
        was != now && was != Verdict.NoComparison && now != Verdict.NoComparison;

    /// <summary>The verdict in the report's words.</summary>
    public static string Words(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Exceeds => "exceeds",
            Verdict.InLine => "in line",
            Verdict.DoesNotMeet => "does not meet",
            Verdict.Mixed => "mixed",
            Verdict.NoJudgement => "no judgement",
            _ => "no comparison",
        };
}
