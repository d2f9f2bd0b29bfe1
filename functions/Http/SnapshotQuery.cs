using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.AspNetCore.Http;

namespace ChildrensTrust.Functions.Http;

/// <summary>The query of <see cref="ProduceSnapshot"/>: a request, or what is owed where it asks for nothing in
/// particular, or the sentence that says what is wrong with it.</summary>
internal sealed record SnapshotQuery(SnapshotRequest? Request, string? Fault = null)
{
    /// <summary>The last two carry the function's key.</summary>
    private static readonly string[] Known =
    [
        "asAt",
        "compiled",
        "area",
        "neighbours",
        "average",
        "cadence",
        "code",
        "clientId",
    ];

    public static SnapshotQuery Read(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase)) is not null)
            return Wrong(
                "Unknown parameter. The parameters are asAt, compiled, area, neighbours, average and cadence."
            );
        if (query.Any(each => each.Value.Count > 1))
            return Wrong("Give each parameter once.");

        var particular = Known.Take(6).Where(query.ContainsKey).ToList();
        if (particular.Count == 0)
            return new SnapshotQuery(Request: null);
        if (!TryDate(query["asAt"], out var asAt))
            return Wrong(
                "Give asAt as a date: asAt=2012-09-30. Without any parameter, the snapshots that are owed are produced."
            );

        DateOnly? compiled = null;
        if (query.ContainsKey("compiled"))
        {
            if (!TryDate(query["compiled"], out var date))
                return Wrong("Give compiled as a date: compiled=2012-12-12.");
            compiled = date;
        }

        AverageMethod? average = null;
        if (query.ContainsKey("average"))
        {
            average = SnapshotRequest.FindAverage(query["average"]);
            if (average is null)
                return Wrong("Give average as mean, median or pooled.");
        }

        return new SnapshotQuery(
            new SnapshotRequest(asAt)
            {
                Compiled = compiled,
                Area = query["area"],
                NeighbourSet = query["neighbours"],
                Average = average,
                Cadence = query["cadence"],
            }
        );
    }

    private static SnapshotQuery Wrong(string sentence) => new(Request: null, sentence);

    private static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
