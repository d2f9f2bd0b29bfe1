using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>The name of a dropped file as it may be shown, logged and kept: whoever drops a file may put a child's into
/// it.</summary>
public static class ShownName
{
    private const string Withheld = "name-withheld";

    /// <summary>The name, with "name-withheld" for each folder and file whose own name holds personal data.</summary>
    /// <param name="blob">A file's name, with or without folders.</param>
    public static string Of(string blob)
    {
        if (Find(blob) is null)
            return blob;
        var parts = blob.Split('/').Select(part => Find(part) is null ? part : Withheld + Ending(part)).ToList();
        var shown = string.Join('/', parts);
        // What only the parts together say is withheld as a whole, but for the feed's folder.
        return Find(shown) is null ? shown : $"{parts[0]}/{Withheld}{Ending(blob)}";
    }

    /// <summary>What a file's name holds that it must not; null for nothing.</summary>
    public static Finding? Find(string name) =>
        PersonalDataKind.Found(PersonalDataInText.InName(name), "the name of the file");

    // It still says what kind of file it is.
    private static string Ending(string name) =>
        name.EndsWith(Companion.Ending, StringComparison.OrdinalIgnoreCase) ? Companion.Ending
        : Path.GetExtension(name) is { Length: <= 5 } ending && Find(ending) is null ? ending
        : "";
}
