using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Local.Commands;

/// <summary>Areas of the command line: by code or by name.</summary>
internal static class Areas
{
    /// <summary>The word that stands for every authority.</summary>
    public const string All = "all";

    /// <summary>What a council's own name has before or after the name of its area.</summary>
    private static readonly HashSet<string> CouncilWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "authority",
        "borough",
        "city",
        "corporation",
        "council",
        "county",
        "district",
        "london",
        "metropolitan",
        "of",
        "royal",
        "the",
        "unitary",
    };

    /// <summary>Short names of counties that are not made of the letters of the present name.</summary>
    private static readonly Dictionary<string, string> OfOldNames = new()
    {
        ["Hants"] = "Hampshire",
        ["Northants"] = "Northamptonshire",
        ["Oxon"] = "Oxfordshire",
        ["Salop"] = "Shropshire",
    };

    /// <summary>Whether every authority is asked for.</summary>
    public static bool IsAll(string? text) => All.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The code of an area; null for none.</summary>
    /// <param name="text">Its code, its name or its council's name, in capitals or not.</param>
    /// <param name="on">The day of the snapshot that is asked for; null where any area will do.</param>
    /// <exception cref="UserFaultException">There is no such area.</exception>
    public static string? Code(Reference reference, string? text, DateOnly? on = null)
    {
        if (text is null)
            return null;
        var names = Shorter(text).ToList();
        var area =
            reference.Areas.FindByCode(text)
            ?? names.Select(name => Named(reference.Areas, name, on)).FirstOrDefault(found => found is not null)
            ?? throw UserFaultException.Asked(
                $"There is no area {Plain.Line(text)}. {Meant(reference, names[^1], on)}--area takes a code such as "
                    + $"{reference.Catalogue.Area}, or a name such as Nottinghamshire."
            );
        return area.Code;
    }

    // Where two areas have had the name and no day is given, the one that is still there. The register finds no
    // district by its name, because publishers give its code.
    private static Area? Named(AreaRegister areas, string name, DateOnly? on) =>
        areas.FindByName(name, on ?? DateOnly.MaxValue)
        ?? areas.All.FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // The text itself, then without each council word at its end, then also without each at its beginning.
    private static IEnumerable<string> Shorter(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        yield return string.Join(' ', words);
        while (words is [_, .., var last] && CouncilWords.Contains(last))
            yield return string.Join(' ', words = words[..^1]);
        while (words is [var first, _, ..] && CouncilWords.Contains(first))
            yield return string.Join(' ', words = words[1..]);
    }

    private static string Meant(Reference reference, string text, DateOnly? on) =>
        NearWords.Question(
            text,
            reference
                .Areas.All.Where(a => on is not { } day || (a.IsUpperTier && a.ExistedOn(day)))
                .SelectMany(a => a.Aliases.Concat(OldShortNames(a.Name)).Prepend(a.Name).Select(name => (name, a.Name)))
        );

    private static IEnumerable<string> OldShortNames(string name) =>
        OfOldNames.Where(old => old.Value == name).Select(old => old.Key);
}
