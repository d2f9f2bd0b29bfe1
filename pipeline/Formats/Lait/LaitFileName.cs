using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Formats.Lait;

/// <summary>Finds the measure that a file of the Local Authority Interactive Tool is named after.</summary>
internal static partial class LaitFileName
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The longest short name that the file's name holds as words of its own, whatever the case, spaces and
    /// punctuation, and its parts; null for none.</summary>
    public static (string Name, List<LaitMeasure> Parts)? Measure(
        string file,
        IReadOnlyDictionary<string, List<LaitMeasure>> measures
    ) =>
        measures
            .Where(m => Holds(file, m.Key))
            .OrderByDescending(m => m.Key.Count(char.IsLetterOrDigit))
            .Select(m => ((string, List<LaitMeasure>)?)(m.Key, m.Value))
            .FirstOrDefault();

    /// <summary>Whether a file's name holds a short name.</summary>
    public static bool Holds(string file, string name) => Find(name).IsMatch(file);

    /// <summary>The first word of a file's name that may make another measure of the one that it holds: LAC_Start_Rate
    /// is not LAC. Null for none. An area's name, the indicator's own words, and those of any file's name do
    /// not.</summary>
    /// <param name="name">The short name that the file's name holds.</param>
    public static string? OtherWord(string file, string name, IEnumerable<Indicator> indicators, AreaRegister areas)
    {
        var own = indicators
            .Select(i => $"{i.Name} {i.Narrative}")
            .Concat(areas.All.Select(a => a.Name))
            .SelectMany(Words)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rest = Find(name).Replace(Path.GetFileNameWithoutExtension(file), " ", 1);
        return Words(rest).FirstOrDefault(word => !own.Contains(word) && !OfAnyFile().IsMatch(word));
    }

    // TotAbs is not held by TotAbsPrimary, which is another measure.
    private static Regex Find(string name)
    {
        var letters = string.Join("[^A-Za-z0-9]*", name.Where(char.IsAsciiLetterOrDigit));
        return new(
            $"(?<![A-Za-z0-9]){letters}(?![A-Za-z0-9])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            Patience
        );
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex("[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(lait|bds|long|wide|las?|interactive|tool|local|authorit(y|ies)|councils?|export(ed)?|download(ed)?|"
            + @"tables?|data|file|sheet|measure|latest|current|copy|of|the|and|for|from|to|in|by|as|at|on|all|my|"
            + @"final|revised|provisional|updated?|v|version|years?|england|english|national|regions?|regional|"
            + @"east|west|north|south|sn|statistical|neighbours?|rates?|percent(age)?|pct|csv|xlsx?|ods|zip|"
            + @"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|"
            + @"nov(ember)?|dec(ember)?)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfAnyFile();
}
