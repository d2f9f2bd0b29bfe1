namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What a note on a comparison is about. Programs and tests go by the code, people by the sentence.</summary>
public enum NoteCode
{
    /// <summary>The figures of the indicator could not be compared; the log says why.</summary>
    Failed,

    /// <summary>No release has a figure for the area.</summary>
    NotPublished,

    /// <summary>The publisher gives a symbol instead of the figure.</summary>
    Withheld,

    /// <summary>The latest figure is too old to be compared.</summary>
    TooOld,

    /// <summary>The council's own return has a later figure.</summary>
    LaterReturn,

    /// <summary>The council's own note on its return.</summary>
    ReturnNote,

    /// <summary>The figure is the council's own return, since the publisher has none.</summary>
    OwnReturn,

    /// <summary>The council's own return is of another size than the published figures, and is not used.</summary>
    ReturnOfAnotherSize,

    /// <summary>A later period has a symbol instead of a figure.</summary>
    LaterWithheld,

    /// <summary>A break in the series lies before the figure, so no earlier one is comparable.</summary>
    NoPrevious,

    /// <summary>Years lie between the figure and the previous one.</summary>
    PreviousGap,

    /// <summary>The publisher asks for caution between the previous figure and this one.</summary>
    PreviousWithCaution,

    /// <summary>The figure that it is compared with is of another period.</summary>
    OtherPeriod,

    /// <summary>The nearest figure of the others is of too different a period, or on the other side of a
    /// break.</summary>
    NoNearPeriod,

    /// <summary>England has no figure.</summary>
    NoNational,

    /// <summary>England's figure cannot be an average of its authorities.</summary>
    ImpossibleNational,

    /// <summary>The area has no neighbours.</summary>
    NoNeighbours,

    /// <summary>None of the neighbours has a figure.</summary>
    NoNeighbourFigures,

    /// <summary>A count that pooling needs is not published.</summary>
    NotPooled,

    /// <summary>Some neighbours have no figure.</summary>
    MissingNeighbours,

    /// <summary>The neighbours' average is made of few figures.</summary>
    FewNeighbours,

    /// <summary>A figure is provisional.</summary>
    Provisional,

    /// <summary>England has a figure of a later period.</summary>
    NewerNational,

    /// <summary>The figure equals the one that it is compared with.</summary>
    InLine,

    /// <summary>Neither high nor low is better.</summary>
    NoJudgement,

    /// <summary>The change is within the indicator's tolerance.</summary>
    NoChange,

    /// <summary>The authorities' figures are too close together for quartile bands.</summary>
    NoBands,

    /// <summary>The figures come from several releases.</summary>
    SeveralReleases,

    /// <summary>The publisher's own note.</summary>
    PublisherNote,

    /// <summary>A revision changed the verdict.</summary>
    RevisedVerdict,

    /// <summary>Another publisher's figures would give another verdict.</summary>
    OtherPublisher,

    /// <summary>The indicator is measured for parts of the area.</summary>
    InParts,

    /// <summary>Some parts cannot be compared.</summary>
    PartsMissing,
}
