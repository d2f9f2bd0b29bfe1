using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Formats.Fingertips;

/// <summary>Tells whether the name beside an indicator's id is nearer to that of another indicator of the catalogue.
/// Publishers reword names, so it need not be the one that is known.</summary>
internal sealed partial class FingertipsNames(
    IReadOnlyDictionary<string, (Indicator Indicator, SeriesSource Source, int)> byId
)
{
    private static readonly HashSet<string> Common =
    [
        "aged",
        "ages",
        "children",
        "england",
        "measure",
        "method",
        "number",
        "old",
        "olds",
        "percentage",
        "persons",
        "population",
        "prevalence",
        "proportion",
        "rate",
        "than",
        "under",
        "with",
        "year",
        "years",
    ];

    // A name with one of these words belongs to another indicator, unless this indicator's own name has the word.
    private static readonly string[] Telling =
    [
        "absolute",
        "underweight",
        "overweight",
        "severe",
        "severely",
        "initiation",
        "coverage",
        "totally",
        "births",
        "abortion",
        "inequality",
        "gap",
        "combined",
        "deprived",
        "decile",
        "quintile",
        "black",
        "asian",
        "six",
        "male",
        "males",
        "female",
        "females",
        "boys",
        "girls",
    ];

    private readonly Dictionary<string, HashSet<string>> _words = byId.ToDictionary(
        entry => entry.Key,
        entry => Words($"{entry.Value.Source.File} {entry.Value.Indicator.Name} {entry.Value.Indicator.Narrative}")
    );

    private readonly Dictionary<(string Id, string Name), bool> _known = [];

    /// <summary>Whether a name is that of another indicator than the id's.</summary>
    public bool Contradict(string id, string name)
    {
        if (!_known.TryGetValue((id, name), out var contradicts))
            _known.Add((id, name), contradicts = Differ(id, Words(name)));
        return contradicts;
    }

    private bool Differ(string id, HashSet<string> words)
    {
        int InCommon(string with) => _words[with].Count(words.Contains);
        return Telling.Any(word => words.Contains(word) && !_words[id].Contains(word))
            || _words.Keys.Any(other => InCommon(other) > InCommon(id));
    }

    // "Obesity (including severe obesity)" is about obesity.
    private static HashSet<string> Words(string text) =>
        [
            .. Word()
                .Matches(
                    Including().Replace(text.ToLowerInvariant(), " ").Replace("year 6", "six", StringComparison.Ordinal)
                )
                .Select(m => m.Value)
                .Where(word => !Common.Contains(word)),
        ];

    [GeneratedRegex(@"\bincluding [^),;]*", RegexOptions.NonBacktracking)]
    private static partial Regex Including();

    [GeneratedRegex("[a-z]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
