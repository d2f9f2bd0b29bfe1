using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// All that a release takes from the drop beside the content. The copy in the archive or in quarantine carries it as
/// metadata, so that the ledger can be made again from the blobs alone.
/// </summary>
/// <param name="File">The file's name, without folders.</param>
/// <param name="ETag">The landing blob's ETag.</param>
/// <param name="Given">What the dropped blob's metadata said, of what counts: published, inforce, status,
/// notice, scope.</param>
internal sealed record DropDetails(
    string File,
    DateTimeOffset Arrived,
    string ETag,
    IReadOnlyDictionary<string, string> Given
)
{
    private const string Iso = "O";
    private const int MaxNameLength = 255;
    private const int MaxValueLength = 200;
    private static readonly string[] Names = ["published", "inforce", "status", "notice", "scope"];

    /// <summary>What the notice says to every reader; null for none.</summary>
    public string? Notice => Given.GetValueOrDefault("notice");

    /// <summary>Whether someone says that the file is about what its figures are taken for, although they are of
    /// another size.</summary>
    public bool IsScopeConfirmed =>
        "confirmed".Equals(Given.GetValueOrDefault("scope"), StringComparison.OrdinalIgnoreCase);

    /// <summary>What its name or its metadata hold that they must not; null for nothing. It is in no other
    /// property.</summary>
    public Finding? PersonalData { get; private init; }

    /// <summary>The details of a dropped blob.</summary>
    public static DropDetails From(BlobClient blob, BlobProperties properties)
    {
        var given = Counting(properties.Metadata);
        var personal = given
            .Where(g => PersonalDataInText.All(PlainText.Of(g.Value)).Any())
            .Select(g => g.Key)
            .ToList();
        var kinds = personal.SelectMany(name => PersonalDataInText.All(PlainText.Of(given[name]))).Distinct().ToList();
        personal.ForEach(name => given.Remove(name));
        return new(NameOf(ShownName.Of(blob.Name)), properties.CreatedOn, properties.ETag.ToString(), given)
        {
            PersonalData = ShownName.Find(blob.Name) ?? PersonalDataKind.Found(kinds, "the metadata of the file"),
        };
    }

    /// <summary>Reads what <see cref="ToMetadata"/> wrote; null where the blob is not a kept file.</summary>
    public static DropDetails? Read(IDictionary<string, string> metadata)
    {
        var said = metadata.ToDictionary(
            m => m.Key,
            m => Uri.UnescapeDataString(m.Value),
            StringComparer.OrdinalIgnoreCase
        );
        return
            said.TryGetValue("file", out var file)
            && said.TryGetValue("arrived", out var arrived)
            && said.TryGetValue("etag", out var etag)
            ? new(file, DateTimeOffset.ParseExact(arrived, Iso, CultureInfo.InvariantCulture), etag, Counting(said))
            : null;
    }

    /// <summary>The details as a blob's metadata: what is not plain ASCII is percent-encoded.</summary>
    public Dictionary<string, string> ToMetadata()
    {
        var metadata = Given.ToDictionary(g => g.Key, g => Encode(g.Value));
        metadata["file"] = Encode(File);
        metadata["arrived"] = Arrived.ToString(Iso, CultureInfo.InvariantCulture);
        metadata["etag"] = Encode(ETag);
        return metadata;
    }

    /// <summary>Whether a file is checked by both alike.</summary>
    public bool HasSameContext(DropDetails other) =>
        File == other.File
        && HasSameMetadata(other)
        && Dates().Found.IsAfterArrival == other.Dates().Found.IsAfterArrival;

    /// <summary>Whether the metadata of both say the same, of what counts.</summary>
    public bool HasSameMetadata(DropDetails other) =>
        Given.Count == other.Given.Count && Given.All(g => other.Given.GetValueOrDefault(g.Key) == g.Value);

    /// <summary>Whether a drop corrects these metadata: the same file under the same name, with others that can be
    /// read.</summary>
    public bool IsCorrectedBy(DropDetails drop) =>
        File == drop.File && drop.Given.Count > 0 && !HasSameMetadata(drop) && drop.Dates().Fault is null;

    /// <summary>The dates that follow, and what is wrong with what states them.</summary>
    public (ReleaseDates Found, Finding? Fault) Dates()
    {
        var dates = ReleaseDates.Find(File, Given.ToDictionary(), Arrived, out var fault);
        return (dates, fault);
    }

    // No file system holds a longer name; of one that was made up, the end is kept, where the date and the kind of file
    // stand.
    private static string NameOf(string blob)
    {
        var name = blob[(blob.LastIndexOf('/') + 1)..];
        if (name.Length <= MaxNameLength)
            return name;
        name = name[^MaxNameLength..];
        return char.IsLowSurrogate(name[0]) ? name[1..] : name;
    }

    private static SortedDictionary<string, string> Counting(IDictionary<string, string> metadata)
    {
        var counting = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in metadata)
        {
            var text = string.Concat(value.Where(c => !char.IsControl(c)).Take(MaxValueLength));
            if (
                Array.Find(Names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
                && text.Length > 0
            )
                counting[known] = text;
        }
        return counting;
    }

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A space at an end would be lost on the way.
            if (
                rune.Value is > ' ' and <= '~' and not '%'
                || (rune.Value == ' ' && encoded.Length > 0 && encoded.Length < text.Length - 1)
            )
                encoded.Append((char)rune.Value);
            else
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
        }
        return encoded.ToString();
    }
}
