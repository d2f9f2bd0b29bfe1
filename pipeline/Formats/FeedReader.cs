using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Formats.Fingertips;
using ChildrensTrust.Pipeline.Formats.Lait;
using ChildrensTrust.Pipeline.Formats.Neighbours;
using ChildrensTrust.Pipeline.Formats.Nhs;
using ChildrensTrust.Pipeline.Formats.Ons;
using ChildrensTrust.Pipeline.Formats.Own;
using ChildrensTrust.Pipeline.PersonalData;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// Reads any file that a feed may bring: text, workbook, or one file in an archive. Tells its format by its header,
/// wherever in the first rows that stands, and hands it to the reader of that format.
/// </summary>
internal static class FeedReader
{
    /// <summary>Every reader, in the order in which they are asked.</summary>
    public static IReadOnlyList<IReleaseReader> Readers { get; } =
    [
        new EesMetaReader(),
        new EesReader(),
        new FingertipsReader(),
        new LaitReader(),
        new LaitWideReader(),
        new LaitStatisticsReader(),
        new NeighbourModelReader(),
        new NeighbourColumnsReader(),
        new LocalReturnReader(),
        new KeyActionReader(),
        new OnsReader(),
        new NhsBreastfeedingReader(),
        new NhsMeasurementReader(),
    ];

    /// <summary>The formats that the catalogue's sources may name.</summary>
    public static IReadOnlyList<SourceFormat> SourceFormats { get; } =
    [.. Readers.Select(reader => reader.Source).OfType<SourceFormat>()];

    /// <summary>Reads a file once, from its first byte to its last.</summary>
    /// <param name="reference">The catalogue and the areas to read it by.</param>
    /// <param name="limits">How large it may be; null for the usual limits.</param>
    /// <param name="readers">The readers that are asked; null for all.</param>
    public static async Task<FileReading> ReadAsync(
        FeedFile file,
        Reference reference,
        CancellationToken cancellationToken,
        Limits? limits = null,
        IReadOnlyList<IReleaseReader>? readers = null
    )
    {
        var reading = new FileReading(reference, file.Name)
        {
            Published = file.Published,
            InForce = file.InForce,
            Readers = readers ?? Readers,
        };
        await using var ahead = new ReadAhead(file.Content, cancellationToken);
        var (head, whole) = await FileHead.ReadAsync(ahead.Content, cancellationToken);
        if (head.Fault is not null)
            reading.Refuse(head.Fault);
        else
            await new FilePass(file.Feed, reading, limits ?? new()).ReadAsync(
                whole,
                head,
                inArchive: false,
                cancellationToken
            );
        reading.Conflicts.Finish(reading);
        ScopeChoice.Finish(reading);
        if (
            reading is
            { Format: FileReading.Unknown, Refused: false, ListsPeople: true, Nearest: not { IsClose: true } }
        )
            reading.Refuse(PersonalDataKind.Found([PersonalDataKind.Name], "a column")!);
        if (reading.Format == FileReading.Unknown && !reading.Refused)
            reading.Refuse(NearestFormat.Finding(reading.Nearest, reading.FirstRow, reference.Catalogue));
        if (!reading.Refused && Template.IsEmpty(reading))
            reading.Refuse(Check.TemplateEmpty.Found("This is the empty template: no row is filled in."));
        if (reading.Rows.Read == 0 && !reading.Refused)
            reading.Refuse(Check.NoRows.Found("The file has no rows below its header."));
        if (
            reading.Rows is { Accepted: 0, Rejected: 0 }
            && reading.Rows.Skipped.ContainsKey(UnknownArea.OtherKind)
            && reading.Findings.Count(Check.NothingKnown) == 0
        )
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "No row of an indicator of the catalogue is of an area in the register of areas."
                )
            );
        if (
            !reading.Refused
            && reading.Findings.Count(Check.NoHeadline) + reading.Findings.Count(Check.NothingKnown) == 0
        )
            SayWithoutFigures(reading);
        reading.Counted.Finish(reading.Findings);
        if (reading.HoldsPersonalData)
            reading.Findings.KeepOnly(Check.PersonalData);
        // A reader that stops early leaves bytes unread; the file's hash needs them all.
        await whole.CopyToAsync(Stream.Null, cancellationToken);
        return reading;
    }

    // Every row of an indicator may be passed over for a word that is spelt otherwise: never without a word.
    private static void SayWithoutFigures(FileReading reading)
    {
        if (reading.Carried.Count == 0)
            return;
        // A row that is rejected has its own finding.
        var passedOver = reading.Rows.Skipped.Where(s => !IsNoFigure(s.Key)).ToList();
        if (passedOver.Count == 0 && reading.Rows.Rejected > 0)
            return;
        var brought = reading.Series.ToSeries().Select(s => s.Indicator).ToHashSet();
        var without = reading
            .Carried.Where(i => !brought.Contains(i.Id))
            .Select(i => i.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (without.Count == 0)
            return;
        reading.Findings.Add(
            Check.NoFigure.Found(
                $"The file has no usable figure for {Listed(without)}."
                    + (
                        passedOver.Count == 0
                            ? ""
                            : $" Rows not used: {string.Join(", ", passedOver.Select(s => $"{s.Value} ({s.Key})"))}."
                    )
            )
        );
    }

    /// <summary>Whether rows that are passed over for a reason could not have brought a figure.</summary>
    internal static bool IsNoFigure(string reason) =>
        reason is "blank row" or "title or footnote" or "title or header row" or TextLine.Reason or HeaderAgain.Reason;

    internal static string Listed(IEnumerable<string> names)
    {
        var shown = names.Take(41).Select(n => n.Length <= 60 ? n : n[..60] + "…").ToList();
        return shown.Count <= 40 ? string.Join(", ", shown) : string.Join(", ", shown.Take(40)) + " and more";
    }
}
