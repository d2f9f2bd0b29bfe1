using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>The heading that stands alone in a row between those of the areas, such as "Girls" or "Year 6": it is about
/// all rows below it, up to the next. The sheet's name is the first.</summary>
internal sealed partial class NhsSection
{
    /// <summary>Why rows below the heading of a group are passed over.</summary>
    public const string OfGroup = "group by a heading or the sheet's name";

    private const int LongestHeading = 40;

    /// <summary>Why the rows below the heading are no headline; null where they are.</summary>
    public string? Part { get; private set; }

    /// <summary>The school year that a heading names; null for none.</summary>
    public NhsSchoolYear? Year { get; private set; }

    /// <summary>The heading that names a period; empty for none.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Takes the only text of a row.</summary>
    public void Take(string text)
    {
        if (text.Length > LongestHeading)
            return;
        Year = NhsMeasurementColumns.YearIn(text) ?? Year;
        if (NhsPeriods.NamesAny(text))
            Period = text;
        TakeGroup(text);
    }

    /// <summary>Takes the group that a text names, or that it names none.</summary>
    public void TakeGroup(string text)
    {
        if (All().IsMatch(text) || Everyone.OfSexes().IsMatch(text))
            Part = null;
        else if (NhsGroups.IsGroup(text))
            Part = OfGroup;
    }

    [GeneratedRegex(
        @"^(all|total|overall|both)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex All();
}
