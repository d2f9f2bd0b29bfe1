using System.Buffers;
using System.Text;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>
/// The rejected rows as they stood in the file, below its header, so that a person can correct them and upload them
/// again. They go into quarantine beside the file and nowhere else.
/// </summary>
internal sealed class RejectedRows
{
    private const int MaxBytes = 4 << 20;
    private readonly ArrayBufferWriter<byte> _text = new();

    private IReadOnlyList<string>? _header;

    /// <summary>How many rows are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there were more than are kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The file's text: the header, then the rows.</summary>
    public BinaryData ToText() => new(_text.WrittenMemory);

    // A row of a sheet with other columns would stand below the wrong names.
    internal void Add(RejectedRow rejected)
    {
        var row = rejected.Text.AsSpan();
        _header ??= rejected.Header.Names;
        if (!_header.SequenceEqual(rejected.Header.Names))
        {
            IsCut = true;
            return;
        }
        if (_text.WrittenCount + row.Length > MaxBytes)
        {
            IsCut = true;
            return;
        }
        if (_text.WrittenCount == 0)
            _text.Write(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        rejected.Separator,
                        rejected.Header.Names.Select(name => Quoted(name, rejected.Separator))
                    ) + "\n"
                )
            );
        _text.Write(((ReadOnlySpan<byte>)row).TrimEnd("\r\n"u8));
        _text.Write("\n"u8);
        Count++;
    }

    private static string Quoted(string name, char separator) =>
        name.AsSpan().IndexOfAny(separator, '"', '\n') >= 0
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;
}
