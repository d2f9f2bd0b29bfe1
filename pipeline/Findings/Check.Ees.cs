namespace ChildrensTrust.Pipeline.Findings;

/// <content>Checks of the Explore Education Statistics format.</content>
public sealed partial record Check
{
    /// <summary>The cells are separated by something else than commas.</summary>
    public static readonly Check Separator = new(
        "SEPARATOR",
        Severity.Warning,
        "The file was read. Its publisher writes commas, so it was saved again on its way: check that no figure "
            + "changed, or download it from its publisher."
    );

    /// <summary>The file's name breaks its publisher's rules.</summary>
    public static readonly Check FileName = new(
        "FILE_NAME",
        Severity.Warning,
        "The file was read. Its publisher allows letters, digits, hyphens and underscores, and the ending "
            + ".meta.csv for a companion: rename it to match before you upload it again."
    );

    /// <summary>A column has no name.</summary>
    public static readonly Check ColumnUnnamed = new(
        "COLUMN_UNNAMED",
        Severity.Warning,
        "The column was ignored; it is often a row number added by a program. Ask the publisher if it "
            + "holds figures."
    );

    /// <summary>A column's name has a character that its publisher does not allow.</summary>
    public static readonly Check ColumnName = new(
        "COLUMN_NAME",
        Severity.Warning,
        "The column was read under its name. Check that the catalogue names it in the same way."
    );

    /// <summary>A column is empty from the first row to the last.</summary>
    public static readonly Check ColumnEmpty = new(
        "COLUMN_EMPTY",
        Severity.Warning,
        "The column has no figures. Compare it with the previous edition: a column that lost its figures is an error "
            + "on the publisher's part."
    );

    /// <summary>A row is blank.</summary>
    public static readonly Check RowBlank = new(
        "ROW_BLANK",
        Severity.Warning,
        "The blank rows were passed over. Check that the file was not cut or edited on its way."
    );

    /// <summary>A geographic level is not one of the format's.</summary>
    public static readonly Check LevelUnknown = new(
        "LEVEL_UNKNOWN",
        Severity.Error,
        "The level must be one of the format's words, such as National, Regional or Local authority. Correct it "
            + "and upload the file again."
    );

    /// <summary>A level is used whose columns are not all there.</summary>
    public static readonly Check LevelColumns = new(
        "LEVEL_COLUMNS",
        Severity.Warning,
        "Rows of this level were read by the columns that are there. Ask the publisher for the file with all "
            + "columns of the level."
    );

    /// <summary>A column of the row's own level is blank.</summary>
    public static readonly Check GeographyBlank = new(
        "GEOGRAPHY_BLANK",
        Severity.Warning,
        "The area was found from the row's other columns, so nothing is lost. If a whole column is blank, its contents "
            + "were lost on the way: download the publisher's file again."
    );

    /// <summary>A row has no code of its area.</summary>
    public static readonly Check AreaByName = new(
        "AREA_BY_NAME",
        Severity.Warning,
        "Check that each name means the area that you expect. The publisher's own file has the codes: "
            + "download it again if you can."
    );

    /// <summary>A column of a smaller level than the row's own is filled.</summary>
    public static readonly Check GeographyExtra = new(
        "GEOGRAPHY_EXTRA",
        Severity.Warning,
        "The rows were read by their level. Check that the level is right: a national or regional row names no "
            + "smaller area."
    );

    /// <summary>A local authority's region is blank.</summary>
    public static readonly Check RegionBlank = new(
        "REGION_BLANK",
        Severity.Warning,
        "The region was taken from the register of areas. Nothing needs to be done unless the publisher should know."
    );

    /// <summary>The two codes of an area are of two different areas.</summary>
    public static readonly Check CodesDisagree = new(
        "CODES_DISAGREE",
        Severity.Error,
        "The codes and names in the row do not belong together, so there is no way to tell what the row is about. Ask "
            + "the publisher. If only the spelling of an area's name is new, add it to areas.json in the container "
            + "config."
    );

    /// <summary>An area's name is not the one of its code.</summary>
    public static readonly Check NameDisagrees = new(
        "NAME_DISAGREES",
        Severity.Warning,
        "The row was read by its code. Check that the code is the right one for the name; a new spelling is "
            + "added to areas.json in the container config."
    );

    /// <summary>An area's code was not in use in the row's period.</summary>
    public static readonly Check AreaNotLive = new(
        "AREA_NOT_LIVE",
        Severity.Warning,
        "The figure was taken for the area as its publisher states it. Check with the publisher which territory "
            + "it describes before it is compared."
    );

    /// <summary>A time identifier is not one of the format's.</summary>
    public static readonly Check TimeIdentifierUnknown = new(
        "TIME_IDENTIFIER_UNKNOWN",
        Severity.Error,
        "The identifier must be one of the format's words, such as Academic year. Correct it and upload the file again."
    );

    /// <summary>A word of the format is written with other capitals.</summary>
    public static readonly Check WordSpelling = new(
        "WORD_SPELLING",
        Severity.Information,
        "The word was understood: older editions write it that way. Nothing needs to be done."
    );

    /// <summary>Time identifiers stand side by side that do not belong in one file.</summary>
    public static readonly Check TimeMixed = new(
        "TIME_MIXED",
        Severity.Warning,
        "Each row was read with its own kind of period, and kinds are never compared with each other. Check that "
            + "the file is not two files joined."
    );

    /// <summary>A breakdown has blank cells.</summary>
    public static readonly Check FilterBlank = new(
        "FILTER_BLANK",
        Severity.Warning,
        "A blank breakdown was taken as the total. Check with the publisher that it is not an unnamed part."
    );

    /// <summary>A breakdown has spaces around its words.</summary>
    public static readonly Check FilterSpaces = new(
        "FILTER_SPACES",
        Severity.Warning,
        "The words were read without the spaces around them. Nothing needs to be done unless the publisher should know."
    );

    /// <summary>A column of figures has blank cells.</summary>
    public static readonly Check FigureBlank = new(
        "FIGURE_BLANK",
        Severity.Warning,
        "A blank cell was kept as not given, and never as a zero. Ask the publisher why there is no symbol."
    );

    /// <summary>A column has what a program writes for nothing.</summary>
    public static readonly Check SymbolNull = new(
        "SYMBOL_NULL",
        Severity.Warning,
        "The cell was kept as not given, and never as a zero. It is a program's word for nothing (NULL, NA); ask "
            + "the publisher which symbol is meant."
    );

    /// <summary>A column has a symbol that the publisher no longer uses.</summary>
    public static readonly Check SymbolObsolete = new(
        "SYMBOL_OBSOLETE",
        Severity.Warning,
        "The symbol was read with its old meaning. A current file should use z, x, c, low, u or k: ask the "
            + "publisher, or leave an old file as it is."
    );

    /// <summary>A file has several totals, and one is chosen.</summary>
    public static readonly Check TotalLeftOut = new(
        "TOTAL_LEFT_OUT",
        Severity.Information,
        "The catalogue sets the order of the totals (totals). Check that the total used is the right one for this "
            + "indicator."
    );

    /// <summary>England and the areas have totals of different things.</summary>
    public static readonly Check TotalsDiffer = new(
        "TOTALS_DIFFER",
        Severity.Warning,
        "Figures for different totals are never compared. Check that the file has the total that you want; if not, "
            + "ask the publisher for one that has."
    );

    /// <summary>A level has parts and no total.</summary>
    public static readonly Check LevelInParts = new(
        "LEVEL_IN_PARTS",
        Severity.Warning,
        "Only totals are used, so these rows give no figures. Ask the publisher for a file with totals at this level."
    );

    /// <summary>An area has parts and no total, where most have one.</summary>
    public static readonly Check AreaInParts = new(
        "AREA_IN_PARTS",
        Severity.Warning,
        "Only totals are used, so the area keeps its earlier figure or has none. Compare the words in its row with "
            + "those of the other areas. If a word is wrong, tell the publisher."
    );

    /// <summary>The total is a symbol and its parts have counts.</summary>
    public static readonly Check TotalWithheld = new(
        "TOTAL_WITHHELD",
        Severity.Warning,
        "The publisher may have a reason to give the parts and not the total. Ask the publisher for the total."
    );

    /// <summary>The sum of the parts is not the total.</summary>
    public static readonly Check SumIsNotTotal = new(
        "SUM_IS_NOT_TOTAL",
        Severity.Warning,
        "Either a count is wrong or the total includes more than these parts. Compare the rows, and ask the publisher "
            + "which is right."
    );

    /// <summary>A row says what an earlier one said.</summary>
    public static readonly Check RowRepeated = new(
        "ROW_REPEATED",
        Severity.Information,
        "The figure was counted once. Nothing needs to be done."
    );
}
