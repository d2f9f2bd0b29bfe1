using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>What is found in a file while it is read, and whether it is refused.</summary>
public abstract class FileScreening
{
    /// <summary>What was found.</summary>
    internal FindingList Findings { get; } = new();

    /// <summary>Whether a fault stops the file as a whole.</summary>
    public bool Refused { get; private set; }

    /// <summary>Whether the file is about individuals. Nothing else is then said of it: even its columns' names are not
    /// repeated.</summary>
    public bool HoldsPersonalData => Findings.Count(Check.PersonalData) > 0;

    /// <summary>Stops the file as a whole.</summary>
    public void Refuse(Finding finding)
    {
        Refused = true;
        Findings.Add(finding);
    }
}
