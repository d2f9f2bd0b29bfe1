namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Words that say that a file is about a part of all.</summary>
/// <param name="Words">Phrases of lower-case words.</param>
internal sealed record NarrowerPart(IReadOnlyList<string> Words)
{
    private static readonly string[] OfSchools =
    [
        "primary + secondary",
        "all schools",
        "all state funded schools",
        "all school types",
        "mainstream + special",
    ];

    /// <summary>Kinds of schools.</summary>
    public static readonly NarrowerPart Schools = new(
        "pru, prus, pupil referral, alternative provision, special school, special schools, "
            + "special educational school, special educational schools, special educational needs school, "
            + "special educational needs schools, sen school, sen schools, send school, send schools, "
            + "hospital school, hospital schools, independent school, independent schools, primary schools, "
            + "secondary schools, academies, mainstream schools only"
    )
    {
        Together = OfSchools,
    };

    /// <summary>Kinds of schools in figures of absence. Elsewhere "primary school" says how old the children
    /// are.</summary>
    public static readonly NarrowerPart OneKindOfSchool = new("primary school, secondary school")
    {
        Together = OfSchools,
    };

    /// <summary>Figures that are not results.</summary>
    public static readonly NarrowerPart OtherFigures = new(
        "rank, ranks, ranking, national rank, target, targets, trajectory, trajectories, "
            + "change from previous year, change from last year, annual change, inequality gap, "
            + "percentage point change, percentage point difference, upper confidence limits, "
            + "lower confidence limits, upper confidence limit, lower confidence limit, per 1000, per 1 000, "
            + "forecast, forecasts, projected, projection, projections, modelled estimate, modelled estimates"
    );

    /// <summary>Groups of children.</summary>
    public static readonly IReadOnlyList<NarrowerPart> Children =
    [
        new("boy, boys, girl, girls, male, males, female, females")
        {
            Together = ["boys + girls", "male + female", "males + females"],
        },
        new("free school meal, free school meals, fsm, fsm6")
        {
            Together = ["fsm + non", "free school meals + not", "free school meal + not"],
            Columns = ["fsm", "meal"],
        },
        new("disadvantaged, pupil premium") { Columns = ["disadv", "premium"] },
        new("most deprived, least deprived, deprived areas, decile, quintile")
        {
            Together = ["most deprived + least deprived"],
            Columns = ["depriv", "imd", "decile", "quintile"],
        },
        new("severe obesity, severely obese, morbid obesity, morbidly obese")
        {
            Together = ["overweight + severe obesity", "overweight + severely obese"],
        },
        new("sen, send, sen support, ehcp, ehc plan, ehc plans, pupils with special educational needs")
        {
            Columns = ["sen", "ehc", "need"],
            About = ["special educational needs", "education health and care", "ehc"],
        },
        new("looked after, cla, children in care, children in need, cin, unaccompanied, asylum seeking, uasc")
        {
            Columns = ["cla", "cin", "looked"],
            About = ["looked after", "children in need"],
        },
        new(
            "white british, ethnic minority, minority ethnic, black, asian, gypsy, pakistani, bangladeshi, "
                + "mixed ethnic"
        )
        {
            Columns = ["ethnic"],
        },
        new("urban, rural") { Together = ["urban + rural"], Columns = ["urban", "rural"] },
        new("english as an additional language, eal") { Columns = ["language", "eal"] },
        new("young carer, young carers, summer born, lone parent, first time mothers"),
        new("teenage mothers, young mothers, mothers under 20, mothers aged under 20, teenage parents")
        {
            About = ["teenage"],
        },
        new("breastfeeding initiation, 10 to 14 days, 10 14 days, 2 weeks, 6 months, at birth, at discharge")
        {
            Together = ["6 8 weeks", "6 to 8 weeks", "six to eight weeks"],
            About = ["birth"],
        },
        new("preterm, premature, family nurse partnership, fnp, sure start"),
        new("disabled children, children with a disability") { Columns = ["disab"], About = ["disab"] },
        new("persistent absence, persistent absentees, severe absence") { About = ["persistent"] },
    ];

    /// <summary>Terms of a year.</summary>
    public static readonly NarrowerPart Terms = new(
        "autumn term, spring term, spring terms, summer term, two term, 2 term, 2term, two terms, "
            + "2 terms, half term, half terms, year to date, ytd"
    )
    {
        Together = ["autumn + spring + summer"],
    };

    /// <summary>Terms in figures of absence. Elsewhere these are when a file was published, or a census was
    /// taken.</summary>
    public static readonly NarrowerPart TermsOfAbsence = Terms with { Words = ["autumn", "spring"] };

    private NarrowerPart(string words)
        : this(words.Split(", ")) { }

    /// <summary>Phrases, with + between those of one group. Where all of a group are named, the whole is
    /// meant.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>How the column names begin by which a file itself says which rows are of the whole.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Words in what an indicator is about that show that these phrases do not narrow it.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The words of an indicator's own kinds of schools.</summary>
    public static NarrowerPart OfSchoolTypes(IEnumerable<string> words) => new([.. words]) { Together = OfSchools };
}
