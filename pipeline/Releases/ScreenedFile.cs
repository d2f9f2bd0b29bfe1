using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file that was read and checked as a whole: what ingestion does before it writes anything, and all that
/// screening does.</summary>
/// <param name="Series">The series; empty where the file is refused.</param>
public sealed record ScreenedFile(FileReading Reading, IReadOnlyList<Series> Series, IReadOnlyList<Finding> Findings)
{
    /// <summary>The hash of the catalogue by which it was read.</summary>
    internal string Catalogue => Reading.Reference.Catalogue.Hash;

    /// <summary>The same, refused as a whole for what lies outside the file.</summary>
    public ScreenedFile Refuse(params IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
            Reading.Refuse(finding);
        return Of(Reading, []);
    }

    /// <summary>The same with what was found beside other releases; an error refuses the file.</summary>
    public ScreenedFile With(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
            return this;
        var errors = findings.Where(f => f.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
            return Refuse(errors);
        foreach (var finding in findings)
            Reading.Findings.Add(finding);
        return Of(Reading, Series);
    }

    /// <summary>A reading with its series. Of a file about individuals nothing else is said.</summary>
    internal static ScreenedFile Of(FileReading reading, IReadOnlyList<Series> series)
    {
        if (reading.HoldsPersonalData)
            reading.Findings.KeepOnly(Check.PersonalData);
        return new(reading, series, reading.Findings.ToList());
    }
}
