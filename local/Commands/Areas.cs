using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Local.Commands;

/// <summary>Areas of the command line: by code or by name.</summary>
internal static class Areas
{
    /// <summary>The word that stands for every authority.</summary>
    public const string All = "all";

    /// <summary>Whether every authority is asked for.</summary>
    public static bool IsAll(string? text) => All.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The code of an area; null for none.</summary>
    /// <param name="text">Its code or its name, in capitals or not.</param>
    /// <param name="on">The day on which it had the name.</param>
    /// <exception cref="UserFaultException">There is no such area.</exception>
    public static string? Code(Reference reference, string? text, DateOnly? on = null)
    {
        if (text is null)
            return null;
        var area =
            reference.Areas.FindByCode(text.ToUpperInvariant())
            ?? reference.Areas.FindByName(text, on)
            ?? throw UserFaultException.Asked(
                $"There is no area {Plain.Line(text)}. {Meant(reference, text, on)}--area takes a code such as "
                    + $"{reference.Catalogue.Area}, or a name such as Nottinghamshire."
            );
        return area.Code;
    }

    private static string Meant(Reference reference, string text, DateOnly? on) =>
        NearWords.Question(
            text,
            reference.Areas.All.Where(a => on is not { } day || a.ExistedOn(day)).Select(a => a.Name)
        );
}
