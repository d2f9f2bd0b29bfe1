using System.Collections.Frozen;
using System.Globalization;

namespace ChildrensTrust.Pipeline.Findings;

/// <summary>A check: its stable code, how much it matters and what to do when it trips.</summary>
/// <param name="Code">The code, upper case words joined by underscores.</param>
/// <param name="Severity">How much a trip matters.</param>
/// <param name="Guidance">What a data officer can do.</param>
public sealed partial record Check(string Code, Severity Severity, string Guidance)
{
    /// <summary>The file has no content.</summary>
    public static readonly Check FileEmpty = new(
        "FILE_EMPTY",
        Severity.Error,
        "Download the file from its publisher again and upload it again."
    );

    /// <summary>The file is not text in a known form.</summary>
    public static readonly Check FileNotText = new(
        "FILE_NOT_TEXT",
        Severity.Error,
        "Save the file as CSV (UTF-8) and upload it again."
    );

    /// <summary>A row holds bytes that are not of the file's encoding.</summary>
    public static readonly Check RowEncoding = new(
        "ROW_ENCODING",
        Severity.Error,
        "Open the file, see that names with accents are right, save it as CSV (UTF-8) and upload it again."
    );

    /// <summary>The file is protected by a password.</summary>
    public static readonly Check FileProtected = new(
        "FILE_PROTECTED",
        Severity.Error,
        "Open the file with its password, save it without one, and upload it again."
    );

    /// <summary>The file is not what it was when it was packed.</summary>
    public static readonly Check FileDamaged = new(
        "FILE_DAMAGED",
        Severity.Error,
        "The file was changed or cut short in transit. Download it from its publisher again and upload it again."
    );

    /// <summary>The file is a web page.</summary>
    public static readonly Check FileIsWebPage = new(
        "FILE_IS_WEB_PAGE",
        Severity.Error,
        "The download gave a web page, often a sign-in or an error page. Download the data file itself and "
            + "upload it again."
    );

    /// <summary>The file is larger than any real one.</summary>
    public static readonly Check FileTooLarge = new(
        "FILE_TOO_LARGE",
        Severity.Error,
        "Check that it is the right file. A publisher's file that is really so large must be split, or the limit "
            + "raised."
    );

    /// <summary>A cell is longer than any real one.</summary>
    public static readonly Check CellTooLong = new(
        "CELL_TOO_LONG",
        Severity.Error,
        "A cell this long is not a figure or a name. Correct the row and upload the file again."
    );

    /// <summary>No reader knows the header.</summary>
    public static readonly Check FormatUnknown = new(
        "FORMAT_UNKNOWN",
        Severity.Error,
        "Compare the file with the formats in docs/formats/README.md: it may be the wrong file, or a wrong sheet."
    );

    /// <summary>The file has a header and nothing else.</summary>
    public static readonly Check NoRows = new(
        "NO_ROWS",
        Severity.Error,
        "Download it from its publisher again, or fill in at least one row where it is your own."
    );

    /// <summary>A header name stands twice.</summary>
    public static readonly Check HeaderRepeated = new(
        "HEADER_REPEATED",
        Severity.Error,
        "Two columns have the same name, so it cannot be known which holds the figure. Ask the publisher, or "
            + "remove the wrong one."
    );

    /// <summary>A needed column is not there.</summary>
    public static readonly Check ColumnMissing = new(
        "COLUMN_MISSING",
        Severity.Error,
        "Compare the header with the format's page in docs/formats, add what is missing and upload the file again."
    );

    /// <summary>A quote is opened and not closed, or stands inside a cell.</summary>
    public static readonly Check QuoteFault = new(
        "QUOTE_FAULT",
        Severity.Error,
        "A quotation mark in this row is not paired, so that later rows may have been read as part of it. "
            + "Correct the row and upload the file again."
    );

    /// <summary>A row has more or fewer cells than the header.</summary>
    public static readonly Check CellCount = new(
        "CELL_COUNT",
        Severity.Error,
        "The row has more or fewer cells than the header; often a comma inside a name is not in quotation marks. "
            + "Correct the row and upload the file again."
    );

    /// <summary>A cell is neither a number nor a known symbol.</summary>
    public static readonly Check CellUnreadable = new(
        "CELL_UNREADABLE",
        Severity.Error,
        "Correct it and upload the file again."
    );

    /// <summary>A percentage is below 0 or above 100.</summary>
    public static readonly Check PercentOutOfRange = new(
        "PERCENT_OUT_OF_RANGE",
        Severity.Error,
        "A percentage must lie between 0 and 100. Ask the publisher."
    );

    /// <summary>A time label cannot be read.</summary>
    public static readonly Check PeriodUnreadable = new(
        "PERIOD_UNREADABLE",
        Severity.Error,
        "The row's time period, with the kind of year beside it, is not one that this format uses. Correct it and "
            + "upload the file again."
    );

    /// <summary>An area code is not in the register.</summary>
    public static readonly Check AreaUnknown = new(
        "AREA_UNKNOWN",
        Severity.Warning,
        "Check how the area is written. A new authority, or another name of one, is added to areas.json in the "
            + "container config."
    );

    /// <summary>Two rows give different figures for the same thing.</summary>
    public static readonly Check RowsConflict = new(
        "ROWS_CONFLICT",
        Severity.Error,
        "Two rows give different figures for the same indicator, area and period. Neither is used. Ask the "
            + "publisher which is right."
    );

    /// <summary>The header is there a second time.</summary>
    public static readonly Check HeaderAgain = new(
        "HEADER_AGAIN",
        Severity.Warning,
        "The row was skipped. Several files were probably joined into one. Check that no rows are missing."
    );

    /// <summary>A second header has other columns than the first.</summary>
    public static readonly Check HeaderChanged = new(
        "HEADER_CHANGED",
        Severity.Error,
        "Two tables were joined into one file. Upload each as a separate file."
    );

    /// <summary>Rows that say Total throughout are parts of another that says so too.</summary>
    public static readonly Check PartUnlabelled = new(
        "PART_UNLABELLED",
        Severity.Warning,
        "The row with the sum is used and the others are taken as its parts. Nothing needs to be done, unless the "
            + "publisher issues the file again."
    );

    /// <summary>A figure is there several times, each time with another status.</summary>
    public static readonly Check StatusesSeveral = new(
        "STATUSES_SEVERAL",
        Severity.Information,
        "A final figure is used rather than a revised one, and a revised one rather than a provisional one."
    );

    /// <summary>A figure is calculated from the counts of parts.</summary>
    public static readonly Check SumOfParts = new(
        "SUM_OF_PARTS",
        Severity.Information,
        "The publisher gives no overall figure, so it was calculated from the counts of the parts. A note in the "
            + "report says so. You do not need to do anything."
    );

    /// <summary>A sum of parts lacks one.</summary>
    public static readonly Check PartMissing = new(
        "PART_MISSING",
        Severity.Warning,
        "There is no figure for that area and period. Upload the edition that has a total, if there is one."
    );

    /// <summary>Counts of one row cannot all be right.</summary>
    public static readonly Check CountsDisagree = new(
        "COUNTS_DISAGREE",
        Severity.Error,
        "The row counts more children in a part than in the whole. Ask the publisher, or wait for the re-issued "
            + "edition."
    );

    /// <summary>A published percentage is not what the counts of its row give.</summary>
    public static readonly Check PercentDisagrees = new(
        "PERCENT_DISAGREES",
        Severity.Warning,
        "The percentage and the counts of the row differ by more than rounding can explain. Ask the publisher "
            + "which is right."
    );

    /// <summary>The file carries nothing that the catalogue knows.</summary>
    public static readonly Check NothingKnown = new(
        "NOTHING_KNOWN",
        Severity.Warning,
        "The file is kept, and no figure of it is used. To use one, add its column to an indicator in "
            + "catalogue.json and upload the file again."
    );

    /// <summary>The file's name fits two publications that have the same columns.</summary>
    public static readonly Check NameOfTwo = new(
        "NAME_OF_TWO",
        Severity.Error,
        "Upload the file under the name that the publisher gave it."
    );

    /// <summary>A file of one measure does not say which.</summary>
    public static readonly Check MeasureUnknown = new(
        "MEASURE_UNKNOWN",
        Severity.Error,
        "The pipeline must know which measure the export holds. Put the measure's short name into the file's name, as "
            + "the data dictionary of the Local Authority Interactive Tool has it, such as lait_TotAbs.csv, and upload "
            + "the file again."
    );

    /// <summary>The file holds ranks and changes, not the figures themselves.</summary>
    public static readonly Check DerivedFigures = new(
        "DERIVED_FIGURES",
        Severity.Error,
        "Take the export of the table of years on the same screen (LA Number, LA and Regions, then one column per "
            + "year), put the measure's short name into its file name, and upload that."
    );

    /// <summary>The file has a column of the catalogue, but no row that is the total over its breakdowns.</summary>
    public static readonly Check NoHeadline = new(
        "NO_HEADLINE",
        Severity.Warning,
        "The file is kept, and no figure of it is used: each row is a part of a whole, such as one type of "
            + "school. Upload the edition that has the total, or name the wanted part in the indicator's source in "
            + "catalogue.json."
    );

    /// <summary>A number was saved in scientific notation.</summary>
    public static readonly Check FigureRounded = new(
        "FIGURE_ROUNDED",
        Severity.Warning,
        "The numbers are used as they are, but only the digits shown have been kept. Format the column as a number, "
            + "save the file again from the original, and upload that."
    );

    /// <summary>The file carries an indicator, and none of its rows brings a figure of it.</summary>
    public static readonly Check NoFigure = new(
        "NO_FIGURE",
        Severity.Warning,
        "The file is kept, and no figure of the indicator is used. Look at the words in those rows: the indicator's "
            + "source in catalogue.json says which of them count."
    );

    /// <summary>A column with an indicator's name is of another kind of year.</summary>
    public static readonly Check ColumnOfOtherYear = new(
        "COLUMN_OTHER_YEAR",
        Severity.Information,
        "The file is about something else and has this column beside it. Upload the indicator's own publication too."
    );

    /// <summary>A column has one and the same word in every row.</summary>
    public static readonly Check ColumnConstant = new(
        "COLUMN_CONSTANT",
        Severity.Warning,
        "The figures are used as totals. Check that the file covers everything and not one part only, such as one type "
            + "of school; if it is, withdraw the release."
    );

    /// <summary>A file has a column that its format does not have.</summary>
    public static readonly Check ColumnNotRead = new(
        "COLUMN_NOT_READ",
        Severity.Warning,
        "The figures count as those of the whole area. If the column says that they are of one group or one part of "
            + "the area, withdraw the release and upload the file without those rows."
    );

    /// <summary>The words above some rows are not known.</summary>
    public static readonly Check HeadingNotRead = new(
        "HEADING_NOT_READ",
        Severity.Warning,
        "Look at the heading. If the figures below it are of one group only, withdraw the release and upload the file "
            + "without them. If they are of all children, you need do nothing."
    );

    /// <summary>A column of figures is of one group, or of several that cannot be told apart.</summary>
    public static readonly Check ColumnOfGroup = new(
        "COLUMN_OF_GROUP",
        Severity.Warning,
        "If the figures do cover all children, correct the headings above the column and upload the file again. If "
            + "they do not, you need do nothing."
    );

    /// <summary>A column has several words, none of them for a total.</summary>
    public static readonly Check WordNotAlone = new(
        "WORD_NOT_ALONE",
        Severity.Warning,
        "Only totals are used. Check whether the publisher has a file with a total for these areas and periods."
    );

    /// <summary>A national figure is not between the smallest and the largest of its authorities.</summary>
    public static readonly Check NationalOutOfRange = new(
        "NATIONAL_OUT_OF_RANGE",
        Severity.Warning,
        "England's figure cannot be the average of its authorities' figures, so nothing is compared with it. Ask "
            + "the publisher; often it is in another unit."
    );

    /// <summary>The file is in a folder for another kind of file.</summary>
    public static readonly Check FeedUnexpected = new(
        "FEED_UNEXPECTED",
        Severity.Warning,
        "The file was read. Next time upload it to the folder given above."
    );

    /// <summary>Too many rows were rejected.</summary>
    public static readonly Check TooManyRejected = new(
        "TOO_MANY_REJECTED",
        Severity.Error,
        "So many rows have a fault that the file as a whole cannot be trusted. See the other findings."
    );

    /// <summary>An indicator of a local return is not in the catalogue.</summary>
    public static readonly Check IndicatorUnknown = new(
        "INDICATOR_UNKNOWN",
        Severity.Error,
        "Use an id from the sheet Indicators of the template (template --feed local) or from docs/indicators.md."
    );

    /// <summary>A blob's metadata holds a date that cannot be read.</summary>
    public static readonly Check MetadataUnreadable = new(
        "METADATA_UNREADABLE",
        Severity.Error,
        "Write dates in metadata as 2024-10-31, and status as provisional, revised or final."
    );

    /// <summary>A file's publication date is later than the day on which it was dropped.</summary>
    public static readonly Check PublishedInFuture = new(
        "PUBLISHED_IN_FUTURE",
        Severity.Warning,
        "Upload the same file again under the same name with the right date: the metadata published "
            + "(ingest --published 2024-10-31)."
    );

    /// <summary>The same content counts already, under another feed.</summary>
    public static readonly Check AlreadyReceived = new(
        "ALREADY_RECEIVED",
        Severity.Error,
        "Its figures are already in use; you need do nothing. To correct its dates, upload it again under its original "
            + "name to the folder given above."
    );

    /// <summary>A file in landing is in no feed's folder.</summary>
    public static readonly Check NoFeedFolder = new(
        "NO_FEED_FOLDER",
        Severity.Error,
        "Move it into the folder of its feed, as in the README's table of feeds; folder names are in lower case."
    );

    /// <summary>A file was not taken in, for a reason that is not its own.</summary>
    public static readonly Check NotTakenIn = new(
        "NOT_TAKEN_IN",
        Severity.Error,
        "It is still in landing, and is tried again every morning. To have it tried now, post to /api/sweep or "
            + "run retry on the command line, or upload it again. Where it fails again, the log of that time says why."
    );

    /// <summary>A file was deleted from landing before it was read.</summary>
    public static readonly Check FileGone = new(
        "FILE_GONE",
        Severity.Error,
        "None of it was read. If it is still needed, upload it again; otherwise you need do nothing."
    );

    private const int MaxMessage = 4000;
    private const int MaxColumn = 260;

    // Built on first use: the checks are in several files, and no file's fields are set before another's.
    private static readonly Lazy<FrozenDictionary<string, Check>> ByCode = new(() =>
        typeof(Check)
            .GetFields()
            .Where(field => field.FieldType == typeof(Check))
            .Select(field => (Check)field.GetValue(null)!)
            .ToFrozenDictionary(check => check.Code)
    );

    /// <summary>Every check, by code.</summary>
    public static IEnumerable<Check> All => ByCode.Value.Values.OrderBy(check => check.Code, StringComparer.Ordinal);

    /// <summary>The check with that code; null where there is none.</summary>
    public static Check? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    /// <summary>What this check found.</summary>
    /// <param name="message">A sentence that says what is wrong, without any cell's content.</param>
    public Finding Found(string message, long? row = null, string? column = null) =>
        new(Code, Severity, Shown(message, MaxMessage), row, column is null ? null : Shown(column, MaxColumn));

    // A table entity holds 32,768 characters of one text, and nobody reads so many. A column's name may hold what a
    // terminal obeys or what turns the letters behind it round.
    private static string Shown(string text, int most)
    {
        var shown = text.Length <= most ? text : text[..most] + "…";
        return shown.Any(IsUnseen) ? string.Concat(shown.Select(c => IsUnseen(c) ? ' ' : c)) : shown;
    }

    private static bool IsUnseen(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
