using System.Buffers.Binary;
using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>The container in which Excel 97 to 2003 keeps a workbook: streams in chains of sectors
/// ([MS-CFB]).</summary>
internal sealed class CompoundFile
{
    private const int Header = 512;
    private const int Entry = 128;
    private const int FirstInHeader = 76;
    private const int InHeader = 109;
    private const uint LastSector = 0xFFFFFFFA;

    private readonly byte[] _file;
    private readonly int _sector;
    private readonly uint[] _next;

    /// <summary>Opens a container.</summary>
    /// <exception cref="ArgumentException">It is cut off or damaged.</exception>
    public CompoundFile(byte[] file)
    {
        (_file, _sector) = (file, 1 << Math.Clamp((int)Short(file, 30), 7, 16));
        // The table of sectors is itself in sectors, the first of which the header lists.
        var tables = Enumerable.Range(0, InHeader).Select(i => Int(file, FirstInHeader + (4 * i))).ToList();
        var more = Int(file, 68);
        for (var i = 0; more < LastSector && i < file.Length / _sector; i++)
        {
            var list = Sector(more);
            for (var at = 0; at + 8 <= list.Length; at += 4)
                tables.Add(Int(list, at));
            more = Int(list, list.Length - 4);
        }
        _next = [.. tables.Where(t => t < LastSector).Distinct().SelectMany(t => Ints(Sector(t)))];
    }

    /// <summary>The content of the first stream that has one of the names; null where there is none.</summary>
    /// <exception cref="ArgumentException">The container is damaged.</exception>
    public byte[]? Stream(params string[] names)
    {
        var entries = Chain(Int(_file, 48)).Chunk(Entry).Where(e => e.Length == Entry).ToList();
        if (entries.Find(e => e[66] == 2 && names.Contains(Name(e))) is not { } found)
            return null;
        var (start, size) = (Int(found, 116), (int)Math.Min(Int(found, 120), int.MaxValue));
        if (size >= Int(_file, 56))
            return Cut(Chain(start), size);
        // A short stream is in small sectors of one long one, which the first entry has.
        var small = 1 << Math.Clamp((int)Short(_file, 32), 4, 12);
        var whole = Chain(Int(entries[0], 116));
        var next = Ints(Chain(Int(_file, 60))).ToArray();
        return Cut(
            Chain(
                start,
                next,
                whole.Length / small,
                s => whole.AsSpan((int)Math.Min(s * (long)small, int.MaxValue), small).ToArray()
            ),
            size
        );
    }

    // A damaged chain may go round in a circle; none is longer than all there is.
    private static byte[] Chain(uint first, uint[] next, long most, Func<uint, byte[]> sector)
    {
        using var chain = new MemoryStream();
        for (var (at, i) = (first, 0L); at < LastSector && i < most; i++)
        {
            chain.Write(sector(at));
            at = at < next.Length ? next[at] : LastSector;
        }
        return chain.ToArray();
    }

    private byte[] Chain(uint first) => Chain(first, _next, _file.Length / _sector, Sector);

    private byte[] Sector(uint number)
    {
        var begins = Header + (number * (long)_sector);
        if (_sector > Header)
            begins = (number + 1) * (long)_sector;
        // The last one may be cut short.
        return begins >= _file.Length ? [] : _file[(int)begins..(int)Math.Min(begins + _sector, _file.Length)];
    }

    private static byte[] Cut(byte[] stream, int size) => stream[..Math.Min(stream.Length, size)];

    private static string Name(byte[] entry) =>
        Encoding.Unicode.GetString(entry, 0, Math.Clamp(Short(entry, 64) - 2, 0, 64));

    private static IEnumerable<uint> Ints(byte[] sector) =>
        sector.Chunk(4).Where(c => c.Length == 4).Select(c => Int(c, 0));

    private static uint Int(byte[] from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from.AsSpan(at));

    private static ushort Short(byte[] from, int at) => BinaryPrimitives.ReadUInt16LittleEndian(from.AsSpan(at));
}
