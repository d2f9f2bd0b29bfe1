namespace ChildrensTrust.Pipeline.Findings;

/// <content>Checks of the companion files (name.meta.csv) of Explore Education Statistics. They bring no figures, so
/// none stops a file.</content>
public sealed partial record Check
{
    private const string AskForCompanion =
        "The companion file has no figures, so none is lost. Ask the publisher for a corrected one.";

    /// <summary>The columns are not those of a companion file.</summary>
    public static readonly Check MetaColumns = new("META_COLUMNS", Severity.Warning, AskForCompanion);

    /// <summary>The companion file is of an older edition.</summary>
    public static readonly Check MetaOldEdition = new(
        "META_OLD_EDITION",
        Severity.Information,
        "Older editions have no such column; the catalogue's decimal places are used. Nothing needs to be done."
    );

    /// <summary>A variable has no name.</summary>
    public static readonly Check MetaNameBlank = new("META_NAME_BLANK", Severity.Warning, AskForCompanion);

    /// <summary>A variable is described twice.</summary>
    public static readonly Check MetaNameRepeated = new("META_NAME_REPEATED", Severity.Warning, AskForCompanion);

    /// <summary>A variable's name is not one that may be described.</summary>
    public static readonly Check MetaName = new("META_NAME", Severity.Warning, AskForCompanion);

    /// <summary>A variable has no label.</summary>
    public static readonly Check MetaLabelBlank = new("META_LABEL_BLANK", Severity.Warning, AskForCompanion);

    /// <summary>Two variables have one label.</summary>
    public static readonly Check MetaLabelRepeated = new("META_LABEL_REPEATED", Severity.Warning, AskForCompanion);

    /// <summary>A variable is neither filter nor indicator.</summary>
    public static readonly Check MetaType = new("META_TYPE", Severity.Warning, AskForCompanion);

    /// <summary>A unit is not one of the format's.</summary>
    public static readonly Check MetaUnit = new("META_UNIT", Severity.Warning, AskForCompanion);

    /// <summary>A number of decimal places is not one.</summary>
    public static readonly Check MetaDecimals = new("META_DECIMALS", Severity.Warning, AskForCompanion);

    /// <summary>A filter has a field of an indicator, or the other way round.</summary>
    public static readonly Check MetaField = new("META_FIELD", Severity.Warning, AskForCompanion);

    /// <summary>The companion file describes a variable that the data file does not have.</summary>
    public static readonly Check MetaVariableAbsent = new(
        "META_VARIABLE_ABSENT",
        Severity.Warning,
        "Check that the data file and the companion file are of one edition; a column that was renamed is added "
            + "to an indicator's sources in catalogue.json."
    );

    /// <summary>The data file has a variable that the companion file does not describe.</summary>
    public static readonly Check MetaVariableExtra = new(
        "META_VARIABLE_EXTRA",
        Severity.Warning,
        "Check that the data file and the companion file are of one edition. The column was read as the catalogue says."
    );

    /// <summary>The catalogue and the companion file give a figure two units.</summary>
    public static readonly Check MetaUnitContradicts = new(
        "META_UNIT_CONTRADICTS",
        Severity.Warning,
        "Check the indicator's unit in catalogue.json before its figures are published; ask the publisher where "
            + "the companion file is wrong."
    );
}
