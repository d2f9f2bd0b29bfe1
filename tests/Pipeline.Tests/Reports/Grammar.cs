using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports;

/// <summary>What no sentence of a report may have, and the sentences of one. A rule is a row: its name and the pattern
/// that finds a breach.</summary>
internal static class Grammar
{
    private const string Nouns =
        "(?:indicator|council|neighbour|authority|district|figure|difference|file|verdict|result|action|release|version"
        + "|period|area)";

    private const string Many =
        "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|none)";

    private const string Digits = "(?:[02-9]|[1-9][0-9]+)";

    private const string Between = "(?: (?:performance|further|key|similar|other|source))?";

    private const string Balanced = @"(?:[^()]|(?<o>\()|(?<-o>\)))*(?(o)(?!))$";

    /// <summary>What is wrong wherever it stands.</summary>
    public static readonly IReadOnlyList<(string Name, string Pattern)> Anywhere =
    [
        ("a doubled word", @"\b(\p{L}+) \1\b"),
        ("one with a plural", $@"(?<!-)\b(?:[Oo]ne|(?<![\d.,/])1){Between} {Nouns}s\b"),
        ("many with a singular", $@"(?<![\d.,/])\b(?:{Many}|{Digits}){Between} {Nouns}(?!s|\w)"),
        ("one with the verb of many", @"(?<!-)\b[Oo]ne (?:are|show|differ|have|were|do)\b"),
        ("many with the verb of one", $@"(?<!of the |of )\b(?!none){Many} (?:is|shows|differs|has|was|does)\b"),
        ("of one, as if of several", @"\b[Oo]f (?:the|these) one\b(?! performance indicator)"),
        ("of none", @"\b[Oo]f (?:the |these )?none\b|\bthe none\b"),
        ("a space before punctuation", @" [,.;:!?)]"),
        ("no space after punctuation", @"[,;][^\s\d”’"")]|\p{Ll}\.\p{Lu}\p{Ll}"),
        ("a doubled punctuation mark", @"\.\.|,,|;;|[,;:]\.|\.[,;]|[,;:]{2}|\?\."),
        ("two spaces", "  "),
        ("a bracket without its other", "^(?!" + Balanced + ")"),
        ("a quotation mark without its other", "“[^”]*(?:“|$)|^[^“]*”"),
        ("nothing between marks", @"\( ?\)|“ ?”"),
        ("an unfilled place", @"[{}]|\bnull\b|\bNaN\b|\[\]|Infinity"),
        ("a name of the register", @", (?:City|County|Borough) of\b(?! London)"),
        ("a before a vowel", @"\b[Aa] (?!is\b|one\b|once\b|uni|use|usu|eu|[A-Z]{2})[aeiouAEIOU]"),
        ("an before a consonant", @"\b[Aa]n (?!hour|hon|heir)[b-df-gj-np-tv-z]"),
        ("a date of a machine", @"\b\d{4}-\d{2}-\d{2}\b"),
        ("a code of a machine", @"\b[a-z]+(?:[A-Z][a-z]+)+\b|\b[A-Z]{3,}_[A-Z_]+\b"),
        ("nothing with a sign", @"(?<![\d.])[+−-]0(?:\.0+)?(?![\d.])"),
        ("a unit twice", @"%%|% per ?cent|%?percentage points%"),
    ];

    /// <summary>What is wrong at the beginning or the end of a sentence.</summary>
    public static readonly IReadOnlyList<(string Name, string Pattern)> OfSentences =
    [
        ("a lower-case beginning", @"^\p{Ll}|(?<!\b(?:e\.g|i\.e|No))[.?!] \p{Ll}"),
        ("no end", @"[^.:?!”)]$"),
    ];

    private static readonly Dictionary<string, Regex> Compiled = Anywhere
        .Concat(OfSentences)
        .ToDictionary(
            rule => rule.Pattern,
            rule => new Regex(
                rule.Pattern,
                RegexOptions.CultureInvariant | RegexOptions.Compiled,
                TimeSpan.FromMinutes(1)
            )
        );

    /// <summary>The breaches of a text, each with its rule; none for a good one.</summary>
    /// <param name="isSentence">Whether it stands by itself; an item of a list does not.</param>
    public static IEnumerable<string> Breaches(string text, bool isSentence) =>
        (isSentence ? Anywhere.Concat(OfSentences) : Anywhere)
            .Where(rule => Compiled[rule.Pattern].IsMatch(text))
            .Select(rule => $"{rule.Name}: {text}");

    /// <summary>The breaches of everything that snapshots say in sentences. What many say is read once.</summary>
    public static IReadOnlyList<string> Breaches(IReadOnlyList<Snapshot> snapshots) =>
        [.. snapshots.AsParallel().SelectMany(Texts).Distinct().SelectMany(t => Breaches(t.Text, t.IsSentence))];

    private static IEnumerable<(string Text, bool IsSentence)> Texts(Snapshot snapshot)
    {
        var card = Scorecard.Of(snapshot);
        var paragraphs = Narrative.National(snapshot).Concat(Narrative.Neighbours(snapshot)).ToList();
        var places = ReportLine.WithFigures(snapshot);
        var sentences = paragraphs
            .Select(p => p.Lead)
            .Concat(ReportLine.All(snapshot).SelectMany(l => l.Notes))
            .Concat(snapshot.Rows.SelectMany(r => r.Localities).SelectMany(l => l.Notes))
            .Concat(card.NeedsAttention.Concat(card.GoesWell).Select(l => $"{l.Line.Name}: {l.Words}"))
            .Concat(
                places.SelectMany(l =>
                    new[] { PlaceText.Standing(l.Place), PlaceText.Tested(l.Row, l.Place), ChartText.Finding(l) }
                )
            )
            .Concat(SnapshotNotices.For(snapshot))
            .Concat([$"{card.Headline}.", card.ComparedWith, card.Certainty, card.LeftOut, card.Rule])
            .OfType<string>()
            .Where(t => t.Length > 0);
        var fragments = paragraphs
            .SelectMany(p => p.Items)
            .Concat(places.SelectMany(l => new[] { l.Name, l.Change, l.Previous }))
            .Append(snapshot.Title)
            .Concat(card.Counts.Select(c => $"{c.Number} {c.Words}"));
        return sentences.Select(t => (t, true)).Concat(fragments.Select(t => (t, false)));
    }
}
