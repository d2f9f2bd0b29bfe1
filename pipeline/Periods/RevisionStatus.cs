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
internal static class RevisionStatuses
{
    /// <summary>The status that a word or its beginning names, such as "prov", "R" or "Final"; null for none.</summary>
    public static RevisionStatus? FromBeginning(string word) =>
        word.Length == 0
            ? null
            : Enum.GetValues<RevisionStatus>()
                .Cast<RevisionStatus?>()
                .FirstOrDefault(s => s!.Value.Word()[0] == char.ToLowerInvariant(word[0]));
}
