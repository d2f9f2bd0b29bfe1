using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>Where one publisher's format carries an indicator.</summary>
public sealed record SeriesSource
{
    /// <summary>The format, by the name that its reader declares, such as "ees".</summary>
    public required string Format { get; init; }

    /// <summary>The publisher's name for the figure: a column, a LAIT short name, a Fingertips indicator id, the name
    /// of an Office for National Statistics indicator.</summary>
    public required string Value { get; init; }

    /// <summary>A second figure that is taken away from the first, for gaps; null for none.</summary>
    public string? Minus { get; init; }

    /// <summary>Where the numerator stands; null where the format has its own column or there is none.</summary>
    public string? Numerator { get; init; }

    /// <summary>Where the denominator stands; null where the format has its own column or there is none.</summary>
    public string? Denominator { get; init; }

    /// <summary>Where the numerator of the figure that is taken away stands; null for none.</summary>
    public string? MinusNumerator { get; init; }

    /// <summary>Where its denominator stands; null for none.</summary>
    public string? MinusDenominator { get; init; }

    /// <summary>The columns that are added to <see cref="Value"/>, for a share whose parts are published and which
    /// itself is not.</summary>
    public IReadOnlyList<string> Plus { get; init; } = [];

    /// <summary>The column of the whole that <see cref="Value"/> and <see cref="Plus"/> are a share of; null where
    /// <see cref="Value"/> is the figure itself.</summary>
    public string? OutOf { get; init; }

    /// <summary>Stands for any value in <see cref="Where"/>, where another column says which row it is.</summary>
    public const string Any = "*";

    /// <summary>The values that a row's breakdown columns must have; a file without one of these columns does not carry
    /// the series. Other breakdown columns must say Total.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The parts of all, by their words in one column (the first of these that a file has), for files with no
    /// row for all: the figure is made from the sums of the parts' counts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SumOver { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The publisher's words for all, beside Total, in breakdown columns that <see cref="Where"/> does not
    /// name.</summary>
    public IReadOnlyList<string> Totals { get; init; } = [];

    /// <summary>What the file's name must hold, one of them, where the columns of two publications are the same; none
    /// where the columns say enough.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>The age that the figures are about, as the publisher writes it; null where the format has
    /// none.</summary>
    public string? Age { get; init; }

    /// <summary>What a bare year means in this series (see YearType); null where the file's own labels say
    /// it.</summary>
    public string? Years { get; init; }

    /// <summary>The id of the publication that brings it; null where the council has not said.</summary>
    public string? Publication { get; init; }

    /// <summary>Which file of the publication.</summary>
    public string? File { get; init; }

    /// <summary>Whether a file of that name may carry it.</summary>
    public bool MayBeIn(string file) =>
        Named.Count == 0
        || Named.Any(word =>
            Regex
                .Split(file, "[^A-Za-z]+", RegexOptions.NonBacktracking)
                .Contains(word, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>The series' name in snapshots: the publisher's own, with its format in front and its filters
    /// behind.</summary>
    public string Name =>
        $"{Format}:{string.Join(" plus ", Plus.Prepend(Value))}"
        + (OutOf is null ? "" : $" out of {OutOf}")
        + (Minus is null ? "" : $" minus {Minus}")
        + string.Concat(
            Where
                .Where(filter => !filter.Value.Contains(Any))
                .Select(filter => $"; {filter.Key}={string.Join(" or ", filter.Value)}")
        );

    /// <summary>The names that the parts of a figure go by in the file, the figure itself first.</summary>
    public IEnumerable<(ObservationPart Role, string Name)> Cells =>
        from cell in new (ObservationPart Role, string? Name)[]
        {
            (ObservationPart.Value, Value),
            (ObservationPart.Minus, Minus),
            (ObservationPart.Numerator, Numerator),
            (ObservationPart.Denominator, Denominator),
            (ObservationPart.MinusNumerator, MinusNumerator),
            (ObservationPart.MinusDenominator, MinusDenominator),
        }
        where cell.Name is not null
        select (cell.Role, cell.Name);
}
