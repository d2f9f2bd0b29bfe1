using System.Text.Json;
using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>
/// Writes the observations of a series as one JSON text, which a table entity holds in as many string properties as it
/// needs. Figures are written as decimal texts: Table Storage has no decimal type, and a double would not be what was
/// published.
/// </summary>
internal static class SeriesPacking
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // Short names: they are written once an observation. Numbers stay JSON numbers of unlimited length.
    private sealed record Packed(
        string P,
        decimal? V,
        MissingReason? M,
        string? S,
        decimal? N,
        decimal? D,
        decimal? L,
        decimal? U,
        string? E,
        string? T,
        long R,
        long? R2,
        decimal? N2,
        decimal? D2,
        decimal? L8,
        decimal? U8,
        string? O
    );

    public static string Pack(IEnumerable<Observation> observations) =>
        JsonSerializer.Serialize(
            observations.Select(o => new Packed(
                o.Period.Key,
                o.Value.Value,
                o.Value.Missing,
                o.Value.Symbol,
                o.Numerator,
                o.Denominator,
                o.Lower,
                o.Upper,
                o.RevisionStatus?.Word(),
                o.Note,
                o.Row,
                o.MinusRow,
                o.MinusNumerator,
                o.MinusDenominator,
                o.Lower998,
                o.Upper998,
                o.Total
            )),
            Options
        );

    public static IReadOnlyList<Observation> Unpack(string packed) =>
        [
            .. JsonSerializer
                .Deserialize<List<Packed>>(packed, Options)!
                .Select(p => new Observation
                {
                    Period = Period.Parse(p.P),
                    Value = p.V is { } value ? Measure.From(value) : Measure.None(p.M!.Value, p.S),
                    Numerator = p.N,
                    Denominator = p.D,
                    Lower = p.L,
                    Upper = p.U,
                    Lower998 = p.L8,
                    Upper998 = p.U8,
                    RevisionStatus = EnumWords.Find<RevisionStatus>(p.E),
                    Note = p.T,
                    Row = p.R,
                    MinusRow = p.R2,
                    MinusNumerator = p.N2,
                    MinusDenominator = p.D2,
                    Total = p.O,
                }),
        ];
}
