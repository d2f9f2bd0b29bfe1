using System.IO.Compression;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Files;

/// <summary>A bad file is a finding. A disk that fails is not the file's fault: it goes to the host, which tries
/// again.</summary>
public sealed class FaultOfDiskTests
{
    private static readonly byte[] Book = new XlsxBook().Sheet("Data", ["a", "b"], ["1", "2"]).ToBytes();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task A_disk_that_fails_while_a_workbook_is_read_refuses_nothing(int sound)
    {
        var reading = new FileReading(Reference.Default, "book.xlsx");
        await using var disk = new FailingDisk(Book, sound);
        var fault = await Should.ThrowAsync<Exception>(() =>
            Workbook.ReadSheetsAsync(
                () => new OpenXmlBook(disk),
                reading,
                new Limits(),
                _ => Task.CompletedTask,
                TestContext.Current.CancellationToken
            )
        );
        (TemporaryFile.IsFaultOfDisk(fault), reading.Refused).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_workbook_that_is_cut_off_is_refused()
    {
        var reading = new FileReading(Reference.Default, "book.xlsx");
        await using var file = new MemoryStream(Book[..200]);
        await Workbook.ReadSheetsAsync(
            () => new OpenXmlBook(file),
            reading,
            new Limits(),
            _ => Task.CompletedTask,
            TestContext.Current.CancellationToken
        );
        reading.Codes().ShouldBe(["FILE_NOT_TEXT"]);
    }

    [Fact]
    public void A_disk_that_fails_while_an_archive_is_opened_is_known_for_what_it_is()
    {
        using var disk = new FailingDisk(Book, 1);
        var fault = Should.Throw<Exception>(() => new ZipArchive(disk).Entries);
        TemporaryFile.IsFaultOfDisk(fault).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_asks_for_a_place_before_its_beginning_is_bad()
    {
        await using var file = TemporaryFile.Create();
        var fault = Should.Throw<IOException>(() => file.Seek(-1, SeekOrigin.Begin));
        TemporaryFile.IsFaultOfDisk(new InvalidDataException("Damaged.", fault)).ShouldBeFalse();
    }

    public static TheoryData<Exception, bool> Faults =>
        new()
        {
            { new IOException("The device is not ready."), true },
            { new UnauthorizedAccessException(), true },
            { new InvalidDataException("Damaged.", new IOException("The device is not ready.")), true },
            { new InvalidDataException("Damaged."), false },
            { new EndOfStreamException(), false },
            { new FormatException(), false },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_the_disks_or_the_files(Exception fault, bool isOfDisk) =>
        TemporaryFile.IsFaultOfDisk(fault).ShouldBe(isOfDisk);

    private sealed class FailingDisk(byte[] content, int sound) : MemoryStream(content)
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) =>
            _reads++ < sound ? base.Read(buffer) : throw new IOException("The device is not ready.");

        public override int ReadByte() => throw new IOException("The device is not ready.");
    }
}
