namespace ChildrensTrust.Pipeline.Findings;

/// <content>Checks of the council's own files: local returns and key actions.</content>
public sealed partial record Check
{
    /// <summary>A text is longer than a report can show.</summary>
    public static readonly Check TextTooLong = new(
        "TEXT_TOO_LONG",
        Severity.Error,
        "Shorten the text to a paragraph and upload the file again."
    );

    /// <summary>A key action's status is not known.</summary>
    public static readonly Check StatusUnknown = new(
        "STATUS_UNKNOWN",
        Severity.Error,
        "Use one of: Completed, On schedule, Behind schedule."
    );

    /// <summary>A key action's priority is not in the catalogue.</summary>
    public static readonly Check PriorityUnknown = new(
        "PRIORITY_UNKNOWN",
        Severity.Error,
        "Use the id of a priority in catalogue.json, 1 to 7, not its title."
    );

    /// <summary>A key action does not say what is to be done.</summary>
    public static readonly Check ActionBlank = new(
        "ACTION_BLANK",
        Severity.Error,
        "Write what is to be done into the column action, or remove the row."
    );

    /// <summary>Two key actions have one reference.</summary>
    public static readonly Check ReferenceRepeated = new(
        "REFERENCE_REPEATED",
        Severity.Error,
        "Each action of the plan has its own reference, and the first row with it is used. Correct or remove the other."
    );

    /// <summary>A local return's status is not known.</summary>
    public static readonly Check RevisionStatusUnknown = new(
        "VINTAGE_UNKNOWN",
        Severity.Warning,
        "The figure was used as if its status had not been given. Use one of: provisional, revised, final; or "
            + "leave the cell empty."
    );

    /// <summary>A row of a local return is a target or a forecast.</summary>
    public static readonly Check FigureIsTarget = new(
        "FIGURE_IS_TARGET",
        Severity.Warning,
        "Only results are compared. If it is a result, correct its status or the name of the sheet."
    );

    /// <summary>The file is in a folder from which its kind is not taken.</summary>
    public static readonly Check FeedWrong = new(
        "FEED_WRONG",
        Severity.Error,
        "Upload the file to the folder given above."
    );

    /// <summary>A template of the council's own files is not filled in.</summary>
    public static readonly Check TemplateEmpty = new(
        "TEMPLATE_EMPTY",
        Severity.Error,
        "Fill in one row for each figure or key action, and upload the file again. The example row is never read."
    );

    /// <summary>The file is what this pipeline itself has written.</summary>
    public static readonly Check OwnReport = new(
        "OWN_REPORT",
        Severity.Error,
        "You need do nothing: any figures in this file come from files that were uploaded before. To add newer "
            + "figures, upload the publisher's own file, or a local return made from the template."
    );
}
