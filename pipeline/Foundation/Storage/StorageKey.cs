using System.Globalization;
using System.Text;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>
/// Makes partition and row keys that every storage account and every client accepts: letters, digits, dot and hyphen
/// stand for themselves; every other byte of the UTF-8 text is written as _ and two hexadecimal digits, so that two
/// texts never share a key.
/// </summary>
internal static class StorageKey
{
    private const int MaximumLength = 512;

    /// <summary>Encodes a text as a key.</summary>
    /// <exception cref="ArgumentException">The key would be longer than 512 characters.</exception>
    public static string Encode(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-')
                key.Append((char)b);
            else
                key.Append('_').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        return key.Length <= MaximumLength
            ? key.ToString()
            : throw new ArgumentException("The key would be longer than 512 characters.", nameof(text));
    }

    /// <summary>Reads back what <see cref="Encode"/> wrote.</summary>
    public static string Decode(string key)
    {
        var bytes = new List<byte>(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == '_')
            {
                bytes.Add(
                    byte.Parse(key.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                );
                i += 2;
            }
            else
                bytes.Add((byte)key[i]);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
