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

    // Short names: they are written once an observation, in this order. Numbers stay JSON numbers of unlimited length.
    // Properties, which are set one by one: a constructor of so many arguments would have each in a box first.
    private sealed record Packed
    {
        public required string P { get; init; }
        public decimal? V { get; init; }
        public MissingReason? M { get; init; }
        public string? S { get; init; }
        public decimal? N { get; init; }
        public decimal? D { get; init; }
        public decimal? L { get; init; }
        public decimal? U { get; init; }
        public string? E { get; init; }
        public string? T { get; init; }
        public long R { get; init; }
        public long? R2 { get; init; }
        public decimal? N2 { get; init; }
        public decimal? D2 { get; init; }
        public decimal? L8 { get; init; }
        public decimal? U8 { get; init; }
        public string? O { get; init; }
    }

    public static string Pack(IEnumerable<Observation> observations) =>
        JsonSerializer.Serialize(
            observations.Select(o => new Packed
            {
                P = o.Period.Key,
                V = o.Value.Value,
                M = o.Value.Missing,
                S = o.Value.Symbol,
                N = o.Numerator,
                D = o.Denominator,
                L = o.Lower,
                U = o.Upper,
                E = o.RevisionStatus?.Word(),
                T = o.Note,
                R = o.Row,
                R2 = o.MinusRow,
                N2 = o.MinusNumerator,
                D2 = o.MinusDenominator,
                L8 = o.Lower998,
                U8 = o.Upper998,
                O = o.Total,
            }),
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
