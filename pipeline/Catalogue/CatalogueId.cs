using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The form of the ids that the catalogue gives: lower case words and numbers joined by hyphens.</summary>
internal static partial class CatalogueId
{
    public static bool IsValid(string id) => Form().IsMatch(id);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Form();
}
