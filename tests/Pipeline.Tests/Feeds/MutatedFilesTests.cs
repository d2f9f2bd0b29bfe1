using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Feeds;

/// <summary>Whatever happens to a file on its way, reading it ends, never throws, and accounts for every row.</summary>
public sealed class MutatedFilesTests
{
    private const string Telling = ",\"\r\n\0;\t- 9/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Gen<Func<byte[], byte[]>> Mutation = Gen.Select(Gen.Int[0, 6], Gen.Double.Unit, Gen.Double.Unit, Gen.OneOf(Gen.Byte, Gen.Int[0, Telling.Length - 1].Select(i => (byte)Telling[i])))
        .Select<(int Kind, double At, double Length, byte Byte), Func<byte[], byte[]>>(m => bytes => Mutate(bytes, m.Kind, m.At, m.Length, m.Byte));

    private static readonly Gen<Func<byte[], byte[]>[]> Mutations = Mutation.Array[1, 6];

    public static TheoryData<string> Texts =>
    [
        $"{EesReaderTests.Header}\n{EesReaderTests.England}\n{EesReaderTests.EastMidlands}\n{EesReaderTests.Notts}\n",
        $"{FingertipsReaderTests.Header}\n{FingertipsReaderTests.England}\n{FingertipsReaderTests.Notts}\n",
        $"{LaitReaderTests.Header}\r\n{LaitReaderTests.England}\r\n{LaitReaderTests.Notts}\r\n",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public Task A_damaged_file_never_throws_never_hangs_and_always_adds_up(string text)
    {
        var valid = Encoding.UTF8.GetBytes(text);
        return Mutations.SampleAsync(
            async mutations =>
            {
                using var file = new MemoryStream(mutations.Aggregate(valid, (bytes, mutate) => mutate(bytes)));
                var reading = await Task.Run(() => FeedReader.ReadAsync(file, "file.csv", Feed.National, Reference.Default, CancellationToken.None)).WaitAsync(Patience);
                return reading.Rows.Reconciles && reading.Series.ToSeries().All(s => s.Observations.Count > 0);
            },
            iter: 200,
            print: mutations => Encoding.Latin1.GetString(mutations.Aggregate(valid, (bytes, mutate) => mutate(bytes))));
    }

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
