using System.IO.Compression;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// Looks for personal data in all that a workbook or an archive keeps beside the cells of its sheets: names and
/// comments of entries, properties, comments, headers and footers, defined names, charts, copies for pivot tables. The
/// cells are read as rows, and watched there.
/// </summary>
internal static class PackedTexts
{
    private sealed record Part(string Begins, string Place, Func<string, IEnumerable<PersonalDataKind>> Find);

    // The first that fits counts. An author's e-mail address, and an office's, are in the properties of many a
    // publisher's file.
    private static readonly Part[] Parts =
    [
        new("docProps/", "the properties of the workbook", PersonalDataInText.WithoutOffices),
        new("xl/comments", "a comment of the workbook", PersonalDataInText.All),
        new("xl/threadedComments/", "a comment of the workbook", PersonalDataInText.All),
        new("xl/workbook.xml", "a name in the workbook", PersonalDataInText.WithoutOffices),
        new("xl/tables/", "a name in the workbook", PersonalDataInText.WithoutOffices),
        new("meta.xml", "the properties of the workbook", PersonalDataInText.WithoutOffices),
        new("", "a part of the workbook other than a sheet", PersonalDataInText.Sure),
    ];

    /// <summary>What is found in the names and comments of an archive's entries; null for nothing.</summary>
    public static Finding? FindInNames(ZipArchive zip) =>
        PersonalDataKind.Found(
            zip.Entries.SelectMany(e => new[] { e.FullName, e.Comment })
                .Append(zip.Comment)
                .SelectMany(PersonalDataInText.InName)
                .Distinct(),
            "the name of a file inside it"
        );

    /// <summary>What is found in those parts of a workbook that hold no cells; null for nothing.</summary>
    public static async Task<Finding?> FindAsync(ZipArchive workbook, CancellationToken cancellationToken)
    {
        foreach (var entry in workbook.Entries.Where(e => e.Length > 0))
        {
            if (await FindAsync(entry, cancellationToken) is { } finding)
                return finding;
        }
        return null;
    }

    /// <summary>What is found in a file beside the data of an archive.</summary>
    public static Task<Finding?> FindInLeftOutAsync(Stream file, CancellationToken cancellationToken) =>
        FindAsync(
            new("", "a file beside the data", PersonalDataInText.Sure),
            take => BinaryTexts.ReadAsync(file, take, cancellationToken)
        );

    /// <summary>What is found in an OpenDocument spreadsheet, or in the part of one that holds its sheets, beside its
    /// cells.</summary>
    public static Task<Finding?> FindInDocumentAsync(Stream document, CancellationToken cancellationToken)
    {
        var kinds = new HashSet<(PersonalDataKind, string)>();
        OpenDocumentTexts.Read(
            document,
            (place, text) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var part =
                    place == "annotation" ? Parts[1]
                    : place == "meta" ? Parts[0]
                    : Parts[^1];
                kinds.UnionWith(part.Find(PlainText.Of(text)).Select(kind => (kind, part.Place)));
            }
        );
        return Task.FromResult(
            kinds.Count == 0
                ? null
                : PersonalDataKind.Found([
                    .. kinds.Select(k => PersonalDataKind.Place(k.Item1, k.Item2)).Order(StringComparer.Ordinal),
                ])
        );
    }

    /// <summary>What is found in a file of a kind that is not read: its table is not watched as rows, so each text is
    /// looked at by itself.</summary>
    public static Task<Finding?> FindInUnreadAsync(Stream file, CancellationToken cancellationToken) =>
        FindAsync(
            new("", "the file", SureOrOfPeople),
            async take =>
            {
                await MarkupTexts.ReadAsync(file, take, cancellationToken);
                file.Position = 0;
                await BinaryTexts.ReadAsync(file, take, cancellationToken);
            }
        );

    private static IEnumerable<PersonalDataKind> SureOrOfPeople(string text) =>
        PersonalDataInText.Sure(text).Concat(PersonalDataNames.OfPeople(text) is { } kind ? [kind] : []);

    /// <summary>What is found in the bytes of a workbook of Excel 97 to 2003, of which only the cells are read
    /// otherwise.</summary>
    public static Task<Finding?> FindAsync(Stream oldWorkbook, CancellationToken cancellationToken) =>
        FindAsync(Parts[^1], take => BinaryTexts.ReadAsync(oldWorkbook, take, cancellationToken));

    private static async Task<Finding?> FindAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        var name = entry.FullName;
        await using var content = await entry.OpenAsync(cancellationToken);
        if (PivotCache.IsPart(name))
            return await PivotCache.FindAsync(content, cancellationToken);
        if (name == OpenDocumentBook.Content)
            return await FindInDocumentAsync(content, cancellationToken);
        // A chart, or a table of its own, of which no row is read.
        if (name.EndsWith($"/{OpenDocumentBook.Content}", StringComparison.Ordinal))
            return await FindAsync(
                Parts[^1] with
                {
                    Find = SureOrOfPeople,
                },
                take => MarkupTexts.ReadAsync(content, take, cancellationToken)
            );
        var part = Parts.First(p => name.StartsWith(p.Begins, StringComparison.OrdinalIgnoreCase));
        var isMarkup = Path.GetExtension(name) is ".xml" or ".rels" or ".vml";
        if (isMarkup && name.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase))
        {
            var hasCells = false;
            var finding = await FindAsync(
                part,
                async take => hasCells = await AroundCells.ReadAsync(content, take, cancellationToken)
            );
            if (hasCells)
                return finding;
            await using var whole = await entry.OpenAsync(cancellationToken);
            return await FindAsync(part, take => MarkupTexts.ReadAsync(whole, take, cancellationToken));
        }
        return await FindAsync(
            part,
            take =>
                isMarkup
                    ? MarkupTexts.ReadAsync(content, take, cancellationToken)
                    : BinaryTexts.ReadAsync(content, take, cancellationToken)
        );
    }

    private static async Task<Finding?> FindAsync(Part part, Func<Action<string>, Task> readAsync)
    {
        var kinds = new HashSet<PersonalDataKind>();
        await readAsync(text => kinds.UnionWith(part.Find(PlainText.Of(text))));
        return PersonalDataKind.Found(kinds, part.Place);
    }
}
