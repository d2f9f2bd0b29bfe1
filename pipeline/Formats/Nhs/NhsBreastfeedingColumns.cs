using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>What a column of a breastfeeding table holds.</summary>
internal enum NhsBreastfeedingColumn
{
    /// <summary>Infants due a check.</summary>
    Due,

    /// <summary>Infants totally breastfed.</summary>
    Totally,

    /// <summary>Infants partially breastfed.</summary>
    Partially,

    /// <summary>Infants not breastfed at all.</summary>
    NotAtAll,

    /// <summary>Infants whose status is not known.</summary>
    NotKnown,

    /// <summary>Infants whose status is known.</summary>
    Known,

    /// <summary>The published percentage breastfed.</summary>
    Prevalence,

    /// <summary>The published percentage whose status is known.</summary>
    Coverage,

    /// <summary>The share of one way of feeding, which nothing here needs.</summary>
    Share,
}

/// <summary>Tells the columns of a breastfeeding table by the words over them, for each quarter where several stand
/// side by side.</summary>
internal static partial class NhsBreastfeedingColumns
{
    /// <summary>The columns of each period; the key is null where the columns themselves do not say which it
    /// is.</summary>
    public static IReadOnlyList<(Period? Period, IReadOnlyDictionary<NhsBreastfeedingColumn, int> At)> Find(
        IReadOnlyList<NhsColumn> columns,
        IReadOnlyList<string> titles,
        FileReading reading
    ) =>
        [
            .. from column in columns
            where !ToDate().IsMatch(column.Name) && !NhsPeriods.NamesSeveralYears(column.Name)
            let holds = Holding(column)
            where holds is not (null or NhsBreastfeedingColumn.Share)
            // "Q1" over a column and the year in a title are one quarter.
            let period = NhsPeriods.QuarterOfColumn(column.Name, titles)
            where period is not null || !NhsPeriods.NamesAny(column.Name)
            group column by (Period: period, Holds: holds.Value) into same
            let column = NhsGroups.Whole(same, reading)
            where column is not null
            group (same.Key.Holds, column.Index) by same.Key.Period into block
            let at = block.ToDictionary(c => c.Holds, c => c.Index)
            where
                at.ContainsKey(NhsBreastfeedingColumn.Due)
                && at.ContainsKey(NhsBreastfeedingColumn.Totally)
                && at.ContainsKey(NhsBreastfeedingColumn.Partially)
            select (block.Key, (IReadOnlyDictionary<NhsBreastfeedingColumn, int>)at),
        ];

    /// <summary>Whether anything is known of a column.</summary>
    public static bool Knows(NhsColumn column) => column.Nearest(Subject) is not null;

    /// <summary>Whether a row of texts names ways of feeding.</summary>
    public static bool Names(IEnumerable<string> texts)
    {
        var held = texts.Select(Subject).ToHashSet();
        return held.Contains(NhsBreastfeedingColumn.Totally) && held.Contains(NhsBreastfeedingColumn.Partially);
    }

    private static NhsBreastfeedingColumn? Holding(NhsColumn column)
    {
        var percent = column.Nearest(IsPercent) ?? false;
        return column.Nearest(Subject) switch
        {
            NhsBreastfeedingColumn.Known when percent => NhsBreastfeedingColumn.Coverage,
            NhsBreastfeedingColumn.Due when percent => null,
            NhsBreastfeedingColumn.Totally
            or NhsBreastfeedingColumn.Partially
            or NhsBreastfeedingColumn.NotAtAll
            or NhsBreastfeedingColumn.NotKnown when percent => NhsBreastfeedingColumn.Share,
            var subject => subject,
        };
    }

    private static bool? IsPercent(string text) =>
        (Percent().IsMatch(text), Count().IsMatch(text)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        };

    // The order matters: "infants due a check whose status is not known" is about the last of its words.
    private static NhsBreastfeedingColumn? Subject(string text) =>
        Interval().IsMatch(text) ? NhsBreastfeedingColumn.Share
        : Coverage().IsMatch(text) ? NhsBreastfeedingColumn.Coverage
        : Prevalence().IsMatch(text) || (Totally().IsMatch(text) && Partially().IsMatch(text))
            ? NhsBreastfeedingColumn.Prevalence
        : Totally().IsMatch(text) ? NhsBreastfeedingColumn.Totally
        : Partially().IsMatch(text) ? NhsBreastfeedingColumn.Partially
        : NotKnown().IsMatch(text) ? NhsBreastfeedingColumn.NotKnown
        : NotAtAll().IsMatch(text) ? NhsBreastfeedingColumn.NotAtAll
        : Known().IsMatch(text) ? NhsBreastfeedingColumn.Known
        : Due().IsMatch(text) ? NhsBreastfeedingColumn.Due
        : null;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"%|\bper\s?cent(age)?\b|\bproportion\b", Options, 60_000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\bnumbers?\b|\bno\.|\bcount\b", Options, 60_000)]
    private static partial Regex Count();

    [GeneratedRegex(@"confidence|\bCI\b|\blower\b|\bupper\b", Options, 60_000)]
    private static partial Regex Interval();

    [GeneratedRegex(@"\bcoverage\b", Options, 60_000)]
    private static partial Regex Coverage();

    [GeneratedRegex(@"\bprevalence\b", Options, 60_000)]
    private static partial Regex Prevalence();

    [GeneratedRegex(@"\b(totally|fully|exclusively)\b", Options, 60_000)]
    private static partial Regex Totally();

    [GeneratedRegex(@"\bpartial(ly)?\b", Options, 60_000)]
    private static partial Regex Partially();

    [GeneratedRegex(@"\bnot (known|recorded)\b|\bunknown\b", Options, 60_000)]
    private static partial Regex NotKnown();

    [GeneratedRegex(@"\bnot (at all|breast)", Options, 60_000)]
    private static partial Regex NotAtAll();

    [GeneratedRegex(@"\b(known|recorded)\b", Options, 60_000)]
    private static partial Regex Known();

    [GeneratedRegex(@"\bdue\b", Options, 60_000)]
    private static partial Regex Due();

    [GeneratedRegex(@"\bto date\b|\bYTD\b|\bcumulative\b", Options, 60_000)]
    private static partial Regex ToDate();
}
