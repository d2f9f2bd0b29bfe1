using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>A workbook or an archive that was damaged, or made to do harm, is read soundly or found out, and leaves
/// nothing behind.</summary>
[Collection(nameof(HostileFilesTests))]
public sealed class HostileFilesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly byte[] Table = Encoding.UTF8.GetBytes(
        $"{LaitRows.Header}\n{LaitRows.England}\n{LaitRows.Notts}\n"
    );

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public async Task A_workbook_that_was_cut_off_is_found(double share)
    {
        foreach (var whole in new[] { Book().ToBytes(), Old() })
        {
            var reading = await ReadAsync(whole[..(int)(whole.Length * share)]);

            if (reading.Rows.Accepted != 3)
                reading.Refused.ShouldBeTrue();
        }
        (await ReadAsync(Book().ToBytes()[..^30])).Codes().ShouldBe(["FILE_NOT_TEXT"]);
    }

    [Fact]
    public async Task A_workbook_with_a_password_is_found_as_one()
    {
        var book = Old();
        // The records between the first and the last writer's name become one that says how the rest is encrypted.
        var start = book.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00]) + 4 + 0x10;
        var end = book.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x5C, 0x00, 0x70, 0x00]) + 4 + 0x70;
        BinaryPrimitives.WriteUInt16LittleEndian(book.AsSpan(start), 0x2F);
        BinaryPrimitives.WriteUInt16LittleEndian(book.AsSpan(start + 2), (ushort)(end - start - 4));
        new byte[] { 1, 0, 1, 0, 1, 0 }.CopyTo(book.AsSpan(start + 4));

        (await ReadAsync(book)).Codes().ShouldBe(["FILE_PROTECTED"]);
    }

    [Fact]
    public async Task An_archive_with_a_password_is_found_as_one()
    {
        var zip = Zipped.Create(("data.csv", Table));
        zip[6] |= 1;
        zip[Central(zip) + 8] |= 1;

        (await ReadAsync(zip)).Codes().ShouldBe(["FILE_PROTECTED"]);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task A_size_that_lies_is_found(int by)
    {
        var zip = Zipped.Create(("data.csv", Table));
        foreach (var at in new[] { 22, Central(zip) + 24 })
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at), (uint)(Table.Length + by));

        var reading = await ReadAsync(zip);

        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldBeSubsetOf(["FILE_DAMAGED", "FILE_NOT_TEXT"]);
    }

    [Fact]
    public async Task Sizes_that_add_up_to_more_than_a_number_holds_are_too_large()
    {
        var book = Book();
        book.Others.AddRange([("a", [1, 2, 3]), ("b", [4, 5, 6])]);

        (await Drop.ReadAsync(Lying(book.ToBytes()), Feed.Neighbours)).Refused.ShouldBeTrue();
    }

    [Fact]
    public async Task A_byte_that_was_changed_on_the_way_is_found()
    {
        var stored = new MemoryStream();
        using (var zip = new ZipArchive(stored, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = zip.CreateEntry("data.csv", CompressionLevel.NoCompression).Open();
            await entry.WriteAsync(Table, TestContext.Current.CancellationToken);
        }
        var bytes = stored.ToArray();
        bytes[bytes.AsSpan().IndexOf("4.53"u8)] = (byte)'9';

        (await ReadAsync(bytes)).Codes().ShouldBe(["FILE_DAMAGED"]);
    }

    [Theory]
    [InlineData("../../../../../tmp/escaped.csv")]
    [InlineData("..\\..\\escaped.csv")]
    [InlineData("/etc/escaped.csv")]
    public async Task A_path_that_climbs_out_of_the_archive_is_only_a_name(string path)
    {
        var reading = await ReadAsync(Zipped.Create((path, Table)));

        reading.Rows.Accepted.ShouldBe(2);
        File.Exists("/tmp/escaped.csv").ShouldBeFalse();
    }

    [Fact]
    public async Task A_workbook_with_links_to_others_is_read_by_the_figures_in_it()
    {
        var book = Book();
        book.Others.Add(
            (
                "xl/externalLinks/externalLink1.xml",
                "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"u8.ToArray()
            )
        );
        book.Others.Add(
            (
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                Encoding.UTF8.GetBytes(
                    "<Relationships "
                        + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                        + "Id=\"x\" "
                        + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\" "
                        + "Target=\"http://192.0.2.1/secret.xlsx\" TargetMode=\"External\"/></Relationships>"
                )
            )
        );

        (await ReadAsync(book.ToBytes())).Rows.Accepted.ShouldBe(2);
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">")]
    public async Task A_workbook_with_a_document_type_is_refused_and_nothing_is_fetched(string type)
    {
        var book = Book();
        book.Prologue = type;

        (await ReadAsync(book.ToBytes())).Codes().ShouldBe(["FILE_NOT_TEXT"]);
    }

    [Theory]
    [InlineData("C9", 6)]
    [InlineData("XFD9", 6)]
    [InlineData("A1048576", 1_048_573)]
    public async Task A_cell_that_was_left_far_from_the_table_costs_its_row_and_no_more(string at, int further)
    {
        var book = Book();
        book.Epilogue =
            $"<row r=\"{at.TrimStart('A', 'C', 'D', 'F', 'X')}\"><c r=\"{at}\" t=\"str\"><v>x</v></c></row>";
        var reading = await ReadAsync(book.ToBytes());

        (reading.Rows.Accepted, reading.Rows.Read).ShouldBe((2, 2 + further));
    }

    [Fact]
    public async Task A_cell_that_was_left_in_the_last_corner_of_a_sheet_makes_it_too_large()
    {
        var book = Book();
        book.Epilogue = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row>";

        (await ReadAsync(book.ToBytes())).Codes().ShouldBe(["FILE_TOO_LARGE"]);
    }

    [Fact]
    public async Task An_archive_in_an_archive_in_an_archive_is_not_opened()
    {
        var inner = Zipped.Create(("data.zip", Zipped.Create(("data.csv", Table))));

        (await ReadAsync(inner)).Codes().ShouldBe(["ARCHIVE_OF_MANY"]);
        (await ReadAsync(Zipped.Create(("a.csv", Table), ("b.csv", Table)))).Codes().ShouldBe(["ARCHIVE_OF_MANY"]);
    }

    [Fact]
    public async Task A_document_that_is_no_workbook_is_refused()
    {
        (
            await ReadAsync(
                Zipped.Create(
                    ("[Content_Types].xml", "<Types/>"u8.ToArray()),
                    ("word/document.xml", "<document/>"u8.ToArray())
                )
            )
        )
            .Codes()
            .ShouldBe(["FILE_KIND_NOT_READ"]);
        (await ReadAsync(Zipped.Create(("[Content_Types].xml", "<Types/>"u8.ToArray()))))
            .Codes()
            .ShouldBe(["FILE_NOT_TEXT"]);
        (await ReadAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]]))
            .Codes()
            .ShouldBe(["FILE_NOT_TEXT"]);
    }

    [Fact]
    public async Task A_reading_that_is_stopped_leaves_no_file_behind()
    {
        using var stop = new CancellationTokenSource();
        using var file = new StoppingStream(Book().ToBytes(), stop);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            FeedReader.ReadAsync(new(file, "file.xlsx", Feed.Neighbours), Reference.Default, stop.Token)
        );

        LeftBehind().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_damaged_workbook_never_throws_never_hangs_and_always_adds_up(bool old)
    {
        var valid = old ? Old() : Book().ToBytes();
        return Gen.Select(
                Gen.Double.Unit,
                Gen.Double.Unit,
                Gen.OneOf(Gen.Byte, Gen.Int[0, Telling.Length - 1].Select(i => (byte)Telling[i]))
            )
            .Array[1, 6]
            .SampleAsync(
                async changes =>
                {
                    using var file = new MemoryStream(old ? Damaged(valid, changes) : Repacked(valid, changes));
                    var reading = await Task.Run(() =>
                            FeedReader.ReadAsync(
                                new(file, "file.xls", Feed.Neighbours),
                                Reference.Default,
                                CancellationToken.None
                            )
                        )
                        .WaitAsync(Patience);
                    return reading.Rows.Reconciles && LeftBehind().Length == 0;
                },
                iter: 300,
                threads: 1
            );
    }

    [Theory]
    [InlineData(8, 0x6E000005)]
    [InlineData(12, 0x4000_0000)]
    public async Task An_old_workbook_that_says_it_has_more_rows_or_columns_than_any_is_refused_at_once(
        int at,
        int said
    )
    {
        var book = Old();
        // The record DIMENSIONS: from which row to which, and from which column to which.
        var dimensions = book.AsSpan().IndexOf(new byte[] { 0x00, 0x02, 0x0E, 0x00 });
        BinaryPrimitives.WriteInt32LittleEndian(book.AsSpan(dimensions + at), said);

        (await ReadAsync(book)).Codes().ShouldBe(["FILE_NOT_TEXT"]);
    }

    private const string Telling = "<>\"/&09AZ";

    private static byte[] Damaged(byte[] whole, IEnumerable<(double Part, double At, byte With)> changes)
    {
        var bytes = whole.ToArray();
        foreach (var (_, at, with) in changes)
            bytes[(int)(at * (bytes.Length - 1))] = with;
        return bytes;
    }

    // The checksums find each change of a packed part; here the parts are changed before they are packed, as by whoever
    // made the file.
    private static byte[] Repacked(byte[] whole, (double Part, double At, byte With)[] changes)
    {
        using var zip = new ZipArchive(new MemoryStream(whole));
        var parts = zip
            .Entries.Select(e =>
            {
                using var part = e.Open();
                var bytes = new byte[e.Length];
                part.ReadExactly(bytes);
                return (e.FullName, bytes);
            })
            .ToArray();
        foreach (var change in changes)
        {
            var index = (int)(change.Part * (parts.Length - 1));
            parts[index].bytes = Damaged(parts[index].bytes, [change]);
        }
        return Zipped.Create(parts);
    }

    private static XlsxBook Book() => new XlsxBook().Sheet("Data", XlsxBook.Typed(Encoding.UTF8.GetString(Table)));

    private static byte[] Old() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "lait.xls"));

    private static int Central(byte[] zip) => zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);

    private static byte[] Lying(byte[] zip)
    {
        for (
            var at = 0;
            (at = zip.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next ? at + next : -1) >= 0;
            at += 4
        )
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), uint.MaxValue - 1);
        return zip;
    }

    private static string[] LeftBehind() =>
        Directory.GetFiles(Path.GetTempPath(), $"childrens-trust-{Environment.ProcessId}-*");

    private static async Task<FileReading> ReadAsync(byte[] bytes)
    {
        var reading = await Drop.ReadAsync(bytes, Feed.Neighbours, "file.xlsx");
        LeftBehind().ShouldBeEmpty();
        return reading;
    }

    /// <summary>Gives the head of a file, then stops the reader.</summary>
    private sealed class StoppingStream(byte[] bytes, CancellationTokenSource stop)
        : MemoryStream([.. bytes, .. new byte[1 << 20]])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 1 << 16)
                stop.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}

/// <summary>Runs alone, so that no other test has a temporary file open.</summary>
[CollectionDefinition(nameof(HostileFilesTests), DisableParallelization = true)]
public sealed class HostileFilesAlone;
