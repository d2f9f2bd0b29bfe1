using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Reports;

/// <summary>Everything that people read is in the words of a council officer. Phrases that were not, and what is said
/// instead.</summary>
public sealed class WordsTests
{
    private static readonly (string Phrase, string Better)[] Replaced =
    [
        ("hold it against", "compare it with"),
        ("held against", "compared with"),
        ("another choice", "Would other similar councils change the result?"),
        ("than England and the neighbours", "Other comparisons"),
        ("no release that was known", "No published figure yet"),
        ("other than last time", "Results that changed"),
        ("had not come when", "Overdue on"),
        ("No day can be named", "No publication date is known"),
        ("would have said", "Results with other similar councils or averages"),
        ("every neighbour has one too", "All similar councils have a figure for"),
        ("no numerator and denominator, are", "the publisher gives no counts or confidence intervals"),
        ("here for display alone", "for display only"),
        ("must be known of it", "notes and sources"),
        ("This is so for", "the number of source files"),
        ("last time", "the day of the last report"),
        ("\"declining\"", "worsening"),
        ("lies in quarantine", "The original is kept in quarantine"),
        ("nearly that of", "This looks like"),
        ("Mend it", "Correct it"),
        ("single people", "individuals"),
        ("many people", "aggregate"),
        ("the folder of no feed", "not in a feed's folder"),
        ("Nothing says from when", "The model has no effective date"),
        ("It is not known for how many", "Coverage is not published"),
        ("what changed is told", "changes are now listed"),
        ("that no event told of", "that were missed"),
        ("are pages no longer", "Wrote … files"),
        ("has another one", "Unknown parameter"),
        ("thousand million", "billion"),
        ("taken in", "received"),
        ("took in", "received"),
        ("speaks of", "covers"),
        (" judged", "checked"),
    ];

    [Fact]
    public void No_text_has_a_phrase_that_was_replaced()
    {
        var texts = new[] { "pipeline", "local", "functions" }
            .SelectMany(f => Directory.EnumerateFiles(SourceFolder.Of(f), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".liquid" && !f.Contains($"{Path.DirectorySeparatorChar}obj"))
            .SelectMany(f => File.ReadLines(f).Select(line => (File: Path.GetFileName(f), Line: line.Trim())))
            .Where(t => !t.Line.StartsWith("//", StringComparison.Ordinal))
            .Where(t => t.File.EndsWith(".liquid", StringComparison.Ordinal) || t.Line.Contains('"'));

        texts
            .Where(t => t.File != "Direction.cs")
            .SelectMany(t =>
                Replaced
                    .Where(r => t.Line.Contains(r.Phrase, StringComparison.Ordinal))
                    .Select(r => $"{t.File}: {r.Phrase} -> {r.Better}")
            )
            .ShouldBeEmpty();
    }
}
