namespace ChildrensTrust.Pipeline.Findings;

/// <content>Checks that a row's own figures agree with each other.</content>
public sealed partial record Check
{
    /// <summary>A figure lies outside its own confidence interval.</summary>
    public static readonly Check IntervalNotAround = new(
        "INTERVAL_NOT_AROUND",
        Severity.Error,
        "The lower limit must not be above the figure, nor the upper limit below it. Two columns may have "
            + "been swapped. Ask the publisher."
    );

    /// <summary>Both ends of an interval are zero.</summary>
    public static readonly Check IntervalZero = new(
        "INTERVAL_ZERO",
        Severity.Warning,
        "An interval from zero to zero says that none was worked out. The figure was used, the interval was not."
    );

    /// <summary>An interval stands without a figure.</summary>
    public static readonly Check IntervalAlone = new(
        "INTERVAL_ALONE",
        Severity.Warning,
        "The interval was not used. A suppressed figure can be guessed from its interval: tell the publisher."
    );

    /// <summary>A count is larger than the number it is a part of.</summary>
    public static readonly Check CountAboveDenominator = new(
        "COUNT_ABOVE_DENOMINATOR",
        Severity.Error,
        "A part cannot be larger than the whole. Two columns may have been swapped. Ask the publisher."
    );

    /// <summary>A figure has a denominator of zero.</summary>
    public static readonly Check DenominatorZero = new(
        "DENOMINATOR_ZERO",
        Severity.Warning,
        "Check that the denominator really is 0. 0 out of 0 is not 0%, so the area counts as having no figure."
    );

    /// <summary>A figure or a count is below zero that cannot be.</summary>
    public static readonly Check FigureNegative = new(
        "FIGURE_NEGATIVE",
        Severity.Error,
        "Only a gap between two figures can be below zero. A minus sign may stand for a missing figure: ask the "
            + "publisher which symbol is meant."
    );

    /// <summary>One indicator of one area has more figures than the store holds.</summary>
    public static readonly Check SeriesTooLong = new(
        "SERIES_TOO_LONG",
        Severity.Error,
        "The file may give a figure a day, or long notes beside each figure. Upload a summary by month, quarter "
            + "or year."
    );

    /// <summary>The last row does not end with a line break.</summary>
    public static readonly Check LastRowOpen = new(
        "LAST_ROW_OPEN",
        Severity.Warning,
        "Check that the last row is complete. If it is, you need do nothing; if it is not, upload the complete file."
    );

    /// <summary>The last row ends inside its last figure.</summary>
    public static readonly Check LastRowCut = new(
        "LAST_ROW_CUT",
        Severity.Error,
        "The file seems to be cut off in its last figure. Download it and upload it again. If the figure is "
            + "right as it is, add a line break after it."
    );

    /// <summary>The figures are of another size than those that the store has of the indicator.</summary>
    public static readonly Check OtherScope = new(
        "OTHER_SCOPE",
        Severity.Error,
        "The file may cover different children or schools, such as one kind of school only, or use a different unit. "
            + "If it is right, upload it again with the metadata scope=confirmed (ingest --scope-confirmed). If the "
            + "other release is the wrong one, withdraw that first."
    );

    /// <summary>A percentage is written as a fraction.</summary>
    public static readonly Check Fractions = new(
        "FRACTIONS",
        Severity.Error,
        "Write percentages as 22.1, not as 0.221. If the figures are right, upload the file again with the metadata "
            + "scope=confirmed (ingest --scope-confirmed)."
    );

    /// <summary>All figures of a period are zero, or England's is.</summary>
    public static readonly Check FiguresZero = new(
        "FIGURES_ZERO",
        Severity.Error,
        "A zero may stand for figures that are still to come. Leave such cells blank, or delete the rows, and upload "
            + "the file again. If the zeros are right, upload it with the metadata scope=confirmed (ingest "
            + "--scope-confirmed)."
    );

    /// <summary>An area's figure may be in a different unit from its earlier one, or from those of the other
    /// areas.</summary>
    public static readonly Check AnotherUnit = new(
        "ANOTHER_UNIT",
        Severity.Warning,
        "This area's figure may be in a different unit, such as per 1,000 instead of per 10,000. Check it before you "
            + "use the area's result. If it is wrong, tell the publisher and withdraw the release."
    );

    /// <summary>A provisional edition arrives after the revised one.</summary>
    public static readonly Check ProvisionalAfterRevised = new(
        "PROVISIONAL_AFTER_REVISED",
        Severity.Error,
        "If the other release is newer, do nothing. If this file is newer, upload it again with its publication "
            + "date: the metadata published (ingest --published 2025-10-31). If both have one date, add "
            + "scope=confirmed (ingest --scope-confirmed)."
    );

    /// <summary>A file that counts as the newer edition only by its arrival ends earlier than another.</summary>
    public static readonly Check DatedByArrival = new(
        "DATED_BY_ARRIVAL",
        Severity.Warning,
        "If the file that ends earlier is really the newer edition, do nothing. If it is the older one, upload it "
            + "again under the same name with the date on which it was published: the metadata published (ingest "
            + "--published 2025-10-31). Next time, a date in the file's name, such as absence-2025-10-31.csv, is "
            + "enough."
    );

    /// <summary>A file has the figures of authorities and not England's.</summary>
    public static readonly Check EnglandMissing = new(
        "ENGLAND_MISSING",
        Severity.Warning,
        "Reports take England's figure from another release, for the same period or the nearest. If there is none, "
            + "they make no comparison. Check that the whole file was saved, with its national rows, or upload the "
            + "file that has them."
    );

    /// <summary>A file has far fewer areas than the releases before it.</summary>
    public static readonly Check FewerAreas = new(
        "FEWER_AREAS",
        Severity.Warning,
        "The other areas keep their earlier figures. Check that the whole file was saved."
    );

    /// <summary>A figure or a count is larger than its unit allows.</summary>
    public static readonly Check FigureTooLarge = new(
        "FIGURE_TOO_LARGE",
        Severity.Error,
        "No percentage, rate or count of this kind is so large. A decimal point may be missing, or two cells "
            + "have become one. Ask the publisher."
    );

    /// <summary>A figure is a multiple of what its own counts give.</summary>
    public static readonly Check FigureNotOfCounts = new(
        "FIGURE_NOT_OF_COUNTS",
        Severity.Error,
        "The figure may be in a different unit, have lost its decimal point, or have been given with counts for "
            + "something else. Ask the publisher which is right."
    );

    /// <summary>A figure is of a period that had not begun.</summary>
    public static readonly Check PeriodInFuture = new(
        "PERIOD_IN_FUTURE",
        Severity.Error,
        "A figure cannot be published before its period begins. Check the year; where the file's own date is "
            + "wrong, set the blob's metadata published=2024-10-31 and upload it again."
    );
}
