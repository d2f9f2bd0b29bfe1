using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>The sentences of notes.</summary>
internal static class NoteTexts
{
    public static IEnumerable<string> Texts(this IEnumerable<Note> notes) => notes.Select(n => n.Text);
}
