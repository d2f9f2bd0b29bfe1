using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Formats.Fingertips;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;
using ChildrensTrust.Pipeline.Tests.Formats.Nhs;
using ChildrensTrust.Pipeline.Tests.Formats.Ons;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Whatever happens to a file on its way, reading it ends, never throws, and accounts for every row.</summary>
public sealed class MutatedFilesTests
{
    private const string Ees = $"{EesRows.Header}\n{EesRows.England}\n{EesRows.EastMidlands}\n{EesRows.Notts}\n";
    private const string Telling = ",\"\r\n\0;\t- 9/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Gen<Func<byte[], byte[]>> Mutation = Gen.Select(
            Gen.Int[0, 6],
            Gen.Double.Unit,
            Gen.Double.Unit,
            Gen.OneOf(Gen.Byte, Gen.Int[0, Telling.Length - 1].Select(i => (byte)Telling[i]))
        )
        .Select<(int Kind, double At, double Length, byte Byte), Func<byte[], byte[]>>(m =>
            bytes => Mutate(bytes, m.Kind, m.At, m.Length, m.Byte)
        );

    private static readonly Gen<Func<byte[], byte[]>[]> Mutations = Mutation.Array[1, 6];

    public static TheoryData<string> Texts =>
        [
            Ees,
            $"{FingertipsRows.Header}\n{FingertipsRows.England}\n{FingertipsRows.Notts}\n",
            $"{LaitRows.Header}\r\n{LaitRows.England}\r\n{LaitRows.Notts}\r\n",
            NhsBreastfeedingTable.Sound,
            NhsMeasurementTable.Sound,
            OnsRows.Sound,
            "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\nsess_overall_percent,Indicator,Rate,,%,1,,\nschool_type,Filter,Type,,,,Choose,\n",
            "indicator,area_code,period,year_type,value,numerator,denominator,status,note\nneet-years-12-to-14,E10000024,2012/13 "
                + "Q2,,2.9,806,27840,provisional,A note.\n",
            "priority,reference,action,lead,status,note\n1,1.1,Do it,Service Director,On schedule,\n2,2.1,Do "
                + "more,Consultant,Completed,\"Done, all of it\"\n",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public Task A_damaged_file_never_throws_never_hangs_and_always_adds_up(string text) =>
        HoldsAsync(Encoding.UTF8.GetBytes(text), "file.csv", bytes => bytes, (8000 / Texts.Count) + 1);

    [Fact]
    public Task A_workbook_with_damaged_bytes_never_throws_never_hangs_and_always_adds_up() =>
        HoldsAsync(Workbook(Encoding.UTF8.GetBytes(Ees)), "file.xlsx", bytes => bytes, 1000);

    [Fact]
    public Task A_workbook_with_damaged_cells_never_throws_never_hangs_and_always_adds_up() =>
        HoldsAsync(Encoding.UTF8.GetBytes(Ees), "file.xlsx", Workbook, 1000);

    private static Task HoldsAsync(byte[] valid, string name, Func<byte[], byte[]> pack, int times) =>
        Mutations.SampleAsync(
            async mutations =>
            {
                using var file = new MemoryStream(pack(mutations.Aggregate(valid, (bytes, mutate) => mutate(bytes))));
                var reading = await Task.Run(() =>
                        FeedReader.ReadAsync(new(file, name, Feed.National), Reference.Default, CancellationToken.None)
                    )
                    .WaitAsync(Patience);
                return reading.Rows.Reconciles && reading.Series.ToSeries().All(s => s.Observations.Count > 0);
            },
            iter: times,
            print: mutations => Encoding.Latin1.GetString(mutations.Aggregate(valid, (bytes, mutate) => mutate(bytes)))
        );

    // A character that XML does not allow cannot be in a workbook.
    private static byte[] Workbook(byte[] csv) =>
        new XlsxBook()
            .Sheet(
                "Data",
                [
                    .. Encoding
                        .Latin1.GetString(csv)
                        .Split('\n')
                        .Select(
                            IReadOnlyList<object?> (line) =>
                                line.Split(',').Select(cell => string.Concat(cell.Where(c => c >= ' '))).ToArray()
                        ),
                ]
            )
            .ToBytes();

    private static byte[] Mutate(byte[] bytes, int kind, double where, double howMuch, byte with)
    {
        var at = (int)(where * bytes.Length);
        var length = Math.Min((int)(howMuch * 20), bytes.Length - at);
        return kind switch
        {
            0 => [.. bytes[..at], .. bytes[(at + length)..]],
            1 => [.. bytes[..at], with, .. bytes[at..]],
            2 => [.. bytes[..at], .. bytes[at..].Select((b, i) => i == 0 ? with : b)],
            3 => bytes[..at],
            4 => [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]],
            5 => Lines(bytes, where, twice: true),
            _ => Lines(bytes, where, twice: false),
        };
    }

    private static byte[] Lines(byte[] bytes, double where, bool twice)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        var at = (int)(where * lines.Count);
        if (twice)
            lines.Insert(at, lines[at]);
        else
            lines.RemoveAt(at);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
