using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>Words that begin a sentence.</summary>
internal static class Sentence
{
    /// <summary>The words with a capital.</summary>
    public static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>So many of something, in words.</summary>
    public static string Count(int count, string one) =>
        Capitalised($"{NumberWords.For(count)} {one}{(count == 1 ? "" : "s")}");
}
