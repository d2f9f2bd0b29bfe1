using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Writes every observation of every complete release as one tidy CSV, for people and for Power BI.</summary>
public sealed class ObservationExport(ReleaseLedger ledger, SeriesStore store)
{
    private static readonly string[] Header =
    [
        "indicator",
        "series",
        "area_code",
        "period_kind",
        "period",
        "period_start",
        "period_end",
        "value",
        "missing",
        "symbol",
        "numerator",
        "denominator",
        "lower_95",
        "upper_95",
        "status",
        "note",
        "published",
        "feed",
        "release",
        "file",
        "row",
        "column",
    ];

    /// <summary>Writes the file, in the order of feed, release, indicator, area and period.</summary>
    public async Task WriteCsvAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var csv = SafeCsv.Create(output, Header);
        await foreach (var release in ledger.AllAsync(cancellationToken))
        {
            if (release.Status != ReleaseStatus.Complete)
                continue;
            foreach (var indicator in release.Indicators)
            {
                foreach (
                    var series in (
                        await store.ReadAsync(indicator, release.SeriesVersion, cancellationToken)
                    ).Values.OrderBy(s => s.Area, StringComparer.Ordinal)
                )
                {
                    foreach (var observation in series.Observations)
                    {
                        Write(csv, release, series, observation);
                        await csv.EndRecordAsync(cancellationToken);
                    }
                }
            }
        }
    }

    private static void Write(CsvWriter csv, Release release, Series series, Observation o)
    {
        csv.WriteText(series.Indicator);
        csv.WriteText(series.Source);
        csv.WriteText(series.Area);
        csv.WriteField(o.Period.Kind.ToString());
        csv.WriteText(o.Period.Label);
        csv.WriteField(o.Period.Start, "yyyy-MM-dd");
        csv.WriteField(o.Period.End, "yyyy-MM-dd");
        csv.WriteField(o.Value.Value);
        csv.WriteText(o.Value.Missing?.Words());
        csv.WriteText(o.Value.Symbol);
        csv.WriteField(o.Numerator);
        csv.WriteField(o.Denominator);
        csv.WriteField(o.Lower);
        csv.WriteField(o.Upper);
        csv.WriteText((o.RevisionStatus ?? release.RevisionStatus)?.Word());
        csv.WriteText(o.Note);
        csv.WriteField(release.Published, "yyyy-MM-dd");
        csv.WriteField(release.Feed.Folder());
        csv.WriteText(release.Id);
        csv.WriteText(release.File);
        csv.WriteField(o.Row);
        csv.WriteText(series.Column);
    }
}
