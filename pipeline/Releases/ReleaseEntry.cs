using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>How a release is kept in the ledger.</summary>
internal static class ReleaseEntry
{
    /// <summary>Writes a release as an entity.</summary>
    public static TableEntity Write(Release r)
    {
        var entity = new TableEntity(r.Feed.Folder(), StorageKey.Encode(r.Id))
        {
            ["File"] = r.File,
            ["Format"] = r.Format,
            ["Sha256"] = r.Sha256,
            ["Size"] = r.Size,
            ["BlobETag"] = r.ETag,
            ["Status"] = r.Status.ToString(),
            ["Published"] = Text(r.Published),
            ["PublishedFrom"] = r.PublishedFrom.Words(),
            ["Arrived"] = r.Arrived,
            ["RowsRead"] = r.Rows.Read,
            ["RowsAccepted"] = r.Rows.Accepted,
            ["RowsSkipped"] = JsonSerializer.Serialize(r.Rows.Skipped),
            ["RowsRejected"] = r.Rows.Rejected,
            ["Observations"] = r.Observations,
            ["SeriesCount"] = r.SeriesCount,
            ["FindingCount"] = r.FindingCount,
            ["Indicators"] = string.Join(' ', r.Indicators),
            ["Catalogue"] = r.Catalogue,
            ["Code"] = r.Code,
        };
        if (r.FindingTotals is { } totals)
            entity["FindingTotals"] = FindingTotal.Write(totals);
        if (r.InForce is { } inForce)
            entity["InForce"] = Text(inForce);
        if (r.RevisionStatus is { } status)
            entity["Vintage"] = status.Word();
        if (r.Notice is { } notice)
            entity["Notice"] = notice;
        if (r.Resembles is { } resembles)
            entity["Resembles"] = resembles;
        if (r.SameAs is { } same)
            entity["SameAs"] = same;
        if (r.Companion is { } companion)
            entity["Companion"] = companion;
        if (r.Given.Count > 0)
            entity["Given"] = JsonSerializer.Serialize(r.Given);
        if (Coverage.Write(r.Coverage) is { } coverage)
            entity["Coverage"] = coverage;
        if (r.Withdrawal is { } withdrawal)
            entity["Withdrawal"] = JsonSerializer.Serialize(withdrawal, WithdrawalRecords.Json);
        return entity;
    }

    /// <summary>Reads an entity.</summary>
    public static Release Read(TableEntity e) =>
        new()
        {
            Id = StorageKey.Decode(e.RowKey),
            Feed = FeedFolders.TryParse(e.PartitionKey, out var feed)
                ? feed
                : throw new InvalidOperationException("The ledger names a feed that this version does not know."),
            File = e.GetString("File"),
            Format = e.GetString("Format"),
            Resembles = e.GetString("Resembles"),
            Sha256 = e.GetString("Sha256"),
            Size = e.GetInt64("Size")!.Value,
            ETag = e.GetString("BlobETag"),
            Status = Enum.Parse<ReleaseStatus>(e.GetString("Status")),
            Published = Day(e.GetString("Published"))!.Value,
            PublishedFrom =
                EnumWords.Find<DateOrigin>(e.GetString("PublishedFrom"))
                ?? throw new InvalidOperationException(
                    "The ledger has an origin of a date that this version does not know."
                ),
            InForce = Day(e.GetString("InForce")),
            RevisionStatus = EnumWords.Find<RevisionStatus>(e.GetString("Vintage")),
            Notice = e.GetString("Notice"),
            Given = e.GetString("Given") is { } given
                ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(given)!
                : new SortedDictionary<string, string>(),
            Arrived = e.GetDateTimeOffset("Arrived")!.Value,
            Rows = new(
                e.GetInt64("RowsRead")!.Value,
                e.GetInt64("RowsAccepted")!.Value,
                JsonSerializer.Deserialize<SortedDictionary<string, long>>(e.GetString("RowsSkipped"))!,
                e.GetInt64("RowsRejected")!.Value
            ),
            Observations = e.GetInt64("Observations")!.Value,
            SeriesCount = e.GetInt32("SeriesCount")!.Value,
            FindingCount = e.GetInt32("FindingCount")!.Value,
            FindingTotals = FindingTotal.Read(e.GetString("FindingTotals")),
            Indicators = e.GetString("Indicators").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Coverage = Coverage.Read(e.GetString("Coverage")),
            SameAs = e.GetString("SameAs"),
            Companion = e.GetString("Companion"),
            Withdrawal = e.GetString("Withdrawal") is { } withdrawal
                ? JsonSerializer.Deserialize<Withdrawal>(withdrawal, WithdrawalRecords.Json)
                : null,
            Catalogue = e.GetString("Catalogue"),
            Code = e.GetString("Code"),
        };

    /// <summary>A day as an entity has it, which sorts as the days do.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a day.</summary>
    public static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
