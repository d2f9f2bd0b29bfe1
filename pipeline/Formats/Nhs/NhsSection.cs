using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>The heading that stands alone in a row between those of the areas, such as "Girls" or "Year 6": it is about
/// all rows below it, up to the next. The sheet's name is the first.</summary>
internal sealed class NhsSection(AreaRegister areas)
{
    /// <summary>Why rows below the heading of a group are passed over.</summary>
    public const string OfGroup = "group by a heading or the sheet's name";

    private Finding? _unknown;

    /// <summary>Why the rows below the heading are no headline; null where they are.</summary>
    public string? Part { get; private set; }

    /// <summary>The school year that a heading names; null for none.</summary>
    public NhsSchoolYear? Year { get; private set; }

    /// <summary>The heading that names a period; empty for none.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Takes the only text of a row.</summary>
    public void Take(string text, long row)
    {
        if (NhsHeadings.IsShort(text))
        {
            Year = NhsMeasurementColumns.YearIn(text) ?? Year;
            if (NhsPeriods.NamesAny(text))
                Period = text;
        }
        var heading = NhsHeadings.Read(text, areas);
        if (heading != NhsHeading.Neutral)
            _unknown = heading == NhsHeading.Unknown ? Unknown("A heading", text, row) : null;
        if (heading is NhsHeading.Group or NhsHeading.Everyone)
            Part = heading == NhsHeading.Group ? OfGroup : null;
    }

    /// <summary>Takes the group that a sheet's name says. A letter may be a sex or a table's: beside a sheet of all
    /// children it is a sex.</summary>
    /// <param name="before">The titles and names of the sheets before it.</param>
    public void TakeSheet(string name, IEnumerable<string> before)
    {
        if (NhsHeadings.Read(name, areas) == NhsHeading.Group)
            Part = OfGroup;
        else if (!NhsHeadings.EndsWithLetter(name))
            return;
        else if (before.Any(t => NhsHeadings.Read(t, areas) == NhsHeading.Everyone))
            Part = OfGroup;
        else
            _unknown = Unknown("The sheet name", name, null);
    }

    /// <summary>Says once of a heading that is not known that the rows below it are used.</summary>
    public void SayIfUnknown(FileReading reading)
    {
        if (_unknown is not null)
            reading.Findings.Add(_unknown);
        _unknown = null;
    }

    // A longer heading, or one with a number, could say more than a finding may repeat.
    private static Finding Unknown(string which, string text, long? row) =>
        Check.HeadingNotRead.Found(
            (NhsHeadings.IsShort(text) && !text.Any(char.IsDigit) ? $"{which} “{text}”" : which)
                + " is not one that the pipeline knows, so the figures below it were used as those of all children.",
            row
        );
}
