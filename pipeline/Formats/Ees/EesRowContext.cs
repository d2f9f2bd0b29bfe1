using System.Buffers.Binary;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>What a row's words for place and time say: worked out once for all rows that have the same.</summary>
internal sealed class EesRowContext
{
    /// <summary>The level; null where it is not one of the format's.</summary>
    public EesLevel? Level { get; init; }

    /// <summary>The area; null where the register has none that the row names.</summary>
    public Area? Area { get; set; }

    /// <summary>What rejects a row that is used; null for nothing.</summary>
    public RowFault? Fault { get; set; }

    /// <summary>Why the rows are passed over; null where they are not.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Whether one of the rows was noted as one of a part.</summary>
    public bool IsInParts { get; set; }

    /// <summary>Whether one of the rows was noted as one of the whole.</summary>
    public bool IsWhole { get; set; }

    /// <summary>What is to be said of each of the rows.</summary>
    public List<RowFault> Notes { get; } = [];

    /// <summary>The first of the rows.</summary>
    public required long First { get; init; }

    /// <summary>How many rows have these words.</summary>
    public long Rows { get; set; }
}

/// <summary>Remembers places and times by the bytes of the cells that name them. It is let go and begun again when it
/// has grown large.</summary>
internal sealed class EesRowContextCache
{
    private const int Most = 10_000;

    private readonly Dictionary<byte[], EesRowContext> _known = new(ByBytes.Comparer);
    private readonly Dictionary<byte[], EesRowContext>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly int[] _columns;
    private byte[] _key = new byte[256],
        _start = [];
    private EesRowContext? _startFound;

    public EesRowContextCache(IEnumerable<int> columns)
    {
        _columns = [.. columns.Where(c => c >= 0).Distinct().Order()];
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Everything that is remembered, in the order of the rows.</summary>
    public IEnumerable<EesRowContext> All => _known.Values;

    /// <summary>Whether it has grown large.</summary>
    public bool IsFull => _known.Count >= Most;

    /// <summary>What is known of a row's place and time; null for nothing yet.</summary>
    public EesRowContext? Find(CsvRows rows)
    {
        // Nearly always it is that of the row before, which the same bytes at the beginning of the row tell.
        if (_startFound is not null && rows.Raw.StartsWith(_start))
            return _startFound;
        return _lookup.TryGetValue(Key(rows), out var found) ? Keep(rows, found) : null;
    }

    /// <summary>Remembers what was not known.</summary>
    public void Add(CsvRows rows, EesRowContext found) => _known.Add(Key(rows).ToArray(), Keep(rows, found));

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _known.Clear();
        _startFound = null;
    }

    // The row up to the separator behind the last of the columns. A quotation mark may stand around a separator: then
    // there is no such beginning.
    private EesRowContext Keep(CsvRows rows, EesRowContext found)
    {
        var raw = rows.Raw;
        var end = 0;
        for (var column = 0; column <= _columns[^1]; column++)
        {
            var next = raw[end..].IndexOf((byte)rows.Separator);
            if (next < 0)
                return Without(found);
            end += next + 1;
        }
        if (raw[..end].Contains((byte)'"'))
            return Without(found);
        if (_start.Length != end)
            _start = new byte[end];
        raw[..end].CopyTo(_start);
        return _startFound = found;
    }

    private EesRowContext Without(EesRowContext found)
    {
        _startFound = null;
        return found;
    }

    // Each cell with its length in front, so that no two rows of cells have one key.
    private ReadOnlySpan<byte> Key(CsvRows rows)
    {
        var length = 0;
        foreach (var column in _columns)
        {
            var cell = rows.AsPublished(column);
            if (_key.Length < length + sizeof(int) + cell.Length)
                Array.Resize(ref _key, 2 * (length + sizeof(int) + cell.Length));
            BinaryPrimitives.WriteInt32LittleEndian(_key.AsSpan(length), cell.Length);
            cell.CopyTo(_key.AsSpan(length + sizeof(int)));
            length += sizeof(int) + cell.Length;
        }
        return _key.AsSpan(0, length);
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static ByBytes Comparer { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
