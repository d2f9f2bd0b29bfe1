using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Reads files and judges each as a whole, by one catalogue.</summary>
public sealed class Screener(Reference reference, IngestionOptions options)
{
    /// <summary>Reads and judges a file.</summary>
    /// <param name="dates">Its dates, and what is wrong with what states them.</param>
    /// <param name="companion">What its companion file says of its columns; null where there is none.</param>
    public async Task<ScreenedFile> ReadAsync(
        FeedFile file,
        (ReleaseDates Found, Finding? Fault) dates,
        EesMeta? companion,
        CancellationToken cancellationToken
    )
    {
        var reading = await FeedReader.ReadAsync(
            file with
            {
                Published = dates.Found.Published,
                InForce = dates.Found.InForce,
            },
            reference,
            cancellationToken
        );
        companion = reading.Companion ?? companion;
        if (companion is not null && reading is { Refused: false, Format: EesReader.Name })
        {
            foreach (var finding in EesMetaCheck.Compare(reading.Header, companion, reference.Catalogue))
                reading.Findings.Add(finding);
        }
        if (dates.Fault is not null)
            reading.Refuse(dates.Fault);
        if (dates.Found.IsAfterArrival)
            reading.Findings.Add(
                Check.PublishedInFuture.Found(
                    "The publication date, "
                        + $"{dates.Found.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, is later "
                        + "than the day on which the file was uploaded. Until that day no snapshot counts it."
                )
            );
        if (reading.Neighbours.Count > 0 && dates.Found.InForce is null)
            reading.Findings.Add(
                Check.InForceUnknown.Found("The model has no effective date; it counts from its publication date.")
            );
        if (reference.NotInUse is { } notInUse && !reading.Refused)
            reading.Findings.Add(Check.CatalogueNotInUse.Found(notInUse));
        var mattering = reading.Rows.Accepted + reading.Rows.Rejected;
        if (!reading.Refused && reading.Rows.Rejected > options.MostRejectedShare * mattering)
            reading.Refuse(
                Check.TooManyRejected.Found(
                    $"{reading.Rows.Rejected} of the {mattering} rows that matter were rejected; at most "
                        + $"{options.MostRejectedShare * 100:0.#}% may be."
                )
            );
        var series = reading.Refused ? [] : reading.Series.ToSeries().ToList();
        if (series.Find(s => !SeriesStore.Fits(s)) is { } tooLong)
        {
            reading.Refuse(
                Check.SeriesTooLong.Found(
                    $"{tooLong.Indicator} has {tooLong.Observations.Count} figures of one area, more than the "
                        + "store holds.",
                    column: tooLong.Column
                )
            );
            series = [];
        }
        if (InNotes(series) is { } personal)
        {
            reading.Refuse(personal);
            series = [];
        }
        if (!file.IsScopeConfirmed && Doubt(file, reading, series) is { } doubtful)
        {
            reading.Refuse(doubtful);
            series = [];
        }
        foreach (var finding in NationalRange.Screen(series, reference))
            reading.Findings.Add(finding);
        foreach (var finding in WithoutEngland.Screen(series, reference))
            reading.Findings.Add(finding);
        foreach (var finding in AnotherUnit.Screen(series, reference))
            reading.Findings.Add(finding);
        return ScreenedFile.Of(reading, series);
    }

    // A return of one figure may have any size.
    private Finding? Doubt(FeedFile file, FileReading reading, List<Series> series) =>
        NarrowerName.Find(reading, series)
        ?? (
            file.Feed == Feed.Local
                ? null
                : FractionFigures.Find(series, reference) ?? ZeroFigures.Find(series, reference)
        );

    // Reports print them.
    private static Finding? InNotes(IEnumerable<Series> series) =>
        PersonalDataKind.Found(
            series
                .SelectMany(s => s.Observations)
                .Select(o => o.Note)
                .OfType<string>()
                .Distinct()
                .SelectMany(note => PersonalDataInText.All(PlainText.Of(note)))
                .Distinct(),
            "the notes on figures"
        );
}
