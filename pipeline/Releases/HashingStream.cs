using System.Security.Cryptography;
using ChildrensTrust.Pipeline.Files;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Passes a stream through and takes the SHA-256 of everything that was read, so that a file is read once for
/// both.</summary>
internal sealed class HashingStream(Stream inner) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Reads what is left of a stream.</summary>
    /// <returns>The hash of the whole, in lower case hexadecimal.</returns>
    public async Task<string> ReadToEndAsync(CancellationToken cancellationToken)
    {
        await CopyToAsync(Null, cancellationToken);
        return HashInHex();
    }

    /// <summary>The hash of what was read, in lower case hexadecimal.</summary>
    public string HashInHex() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override int Read(Span<byte> buffer) => Taken(buffer, inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Taken(buffer.Span, read);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Taken(ReadOnlySpan<byte> buffer, int read)
    {
        _hash.AppendData(buffer[..read]);
        BytesRead += read;
        return read;
    }
}
