using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>
/// What a release's series of one indicator cover, without their figures: for each period a sign for the areas it
/// covers and one for those it has a figure for. Two releases have the same sign where they cover the same areas,
/// which tells, before anything is read, whether an older one can add to a newer.
/// </summary>
/// <param name="Source">The publisher's name for the series.</param>
/// <param name="Periods">The signs, by the period's key.</param>
public sealed record Coverage(string Source, int Rank, IReadOnlyDictionary<string, CoveredAreas> Periods)
{
    // A string property holds 32,768 characters of UTF-16.
    private const int MaxLength = 30_000;
    private const int BytesOfSign = 8;

    private sealed record Packed(string S, int R, Dictionary<string, int[]> P);

    private sealed record Pack(List<string> Signs, SortedDictionary<string, Packed> Of);

    /// <summary>The coverage of each indicator of a release.</summary>
    public static IReadOnlyDictionary<string, Coverage> From(IEnumerable<Series> series) =>
        series
            .GroupBy(s => s.Indicator)
            .ToDictionary(
                g => g.Key,
                g => new Coverage(
                    g.First().Source,
                    g.First().Preference,
                    g.SelectMany(s =>
                            s.Observations.Select(o =>
                                (s.Area, Period: o.Period.Key, HasFigure: o.Value.Value is not null)
                            )
                        )
                        .GroupBy(o => o.Period)
                        .ToDictionary(
                            p => p.Key,
                            p => new CoveredAreas(
                                Fingerprint(p.Select(o => o.Area)),
                                Fingerprint(p.Where(o => o.HasFigure).Select(o => o.Area))
                            )
                        )
                )
            );

    /// <summary>One text for the ledger, in which each sign stands once; null where it would be longer than a property
    /// may be.</summary>
    internal static string? Write(IReadOnlyDictionary<string, Coverage> coverage)
    {
        var signs = coverage
            .Values.SelectMany(c => c.Periods.Values)
            .SelectMany(p => new[] { p.Reported, p.WithValue })
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var at = signs.Index().ToDictionary(s => s.Item, s => s.Index);
        var packed = new Pack(signs, new(StringComparer.Ordinal));
        foreach (var (indicator, one) in coverage)
            packed.Of.Add(
                indicator,
                new(
                    one.Source,
                    one.Rank,
                    one.Periods.OrderBy(p => p.Key, StringComparer.Ordinal)
                        .ToDictionary(p => p.Key, p => new[] { at[p.Value.Reported], at[p.Value.WithValue] })
                )
            );
        var text = JsonSerializer.Serialize(packed);
        return text.Length <= MaxLength ? text : null;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; nothing where the ledger has none.</summary>
    internal static IReadOnlyDictionary<string, Coverage> Read(string? text) =>
        text is not null && JsonSerializer.Deserialize<Pack>(text) is { } packed
            ? packed.Of.ToDictionary(
                o => o.Key,
                o => new Coverage(
                    o.Value.S,
                    o.Value.R,
                    o.Value.P.ToDictionary(
                        p => p.Key,
                        p => new CoveredAreas(packed.Signs[p.Value[0]], packed.Signs[p.Value[1]])
                    )
                )
            )
            : new Dictionary<string, Coverage>();

    private static string Fingerprint(IEnumerable<string> areas) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(Encoding.UTF8.GetBytes(string.Join('|', areas.Order(StringComparer.Ordinal))))
                .AsSpan(0, BytesOfSign)
        );
}

/// <summary>The signs for the areas of one period.</summary>
/// <param name="Reported">Of the areas that the release covers.</param>
public sealed record CoveredAreas(string Reported, string WithValue);
