using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Periods;

/// <summary>How final a publisher says a figure is.</summary>
public enum RevisionStatus
{
    /// <summary>It is expected to change.</summary>
    Provisional,

    /// <summary>It corrects an earlier edition.</summary>
    Revised,

    /// <summary>It is not expected to change.</summary>
    Final,
}

/// <summary>Reads how final a figure is.</summary>
internal static partial class RevisionStatuses
{
    /// <summary>The status that a word or its beginning names, such as "prov", "R" or "Final"; null for none.</summary>
    public static RevisionStatus? FromBeginning(string word) =>
        word.Length == 0
            ? null
            : Enum.GetValues<RevisionStatus>()
                .Cast<RevisionStatus?>()
                .FirstOrDefault(s => s!.Value.Word()[0] == char.ToLowerInvariant(word[0]));

    /// <summary>Whether a word says how final figures are, and nothing else.</summary>
    public static bool IsWord(string word) => Word().IsMatch(word);

    [GeneratedRegex(
        @"^\s*(p|prov|provisional|r|rev|revised|f|final)( (data|figures?|release|edition))?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Word();

    /// <summary>The status that titles name; null for none, and where they name two. The final table of a paper, or the
    /// final year, is no status.</summary>
    public static RevisionStatus? FromTitles(IEnumerable<string> titles)
    {
        var words = string.Join('\n', titles);
        return (Provisional().IsMatch(words), Revised().IsMatch(words)) switch
        {
            (true, false) => RevisionStatus.Provisional,
            (false, true) => RevisionStatus.Revised,
            _ => null,
        };
    }

    [GeneratedRegex(@"\bprovisional\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Provisional();

    [GeneratedRegex(
        @"\brevised( (data|figures|estimates|release|edition))?( v[0-9]+)?[^a-z]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Revised();
}
