using System.Text.RegularExpressions;

namespace ChildrensTrust.Local.Hosting;

/// <summary>The path of a blob trigger: a container and a pattern for the name, where <c>{name}</c> stands for any
/// text, slashes included.</summary>
internal sealed class BlobPath
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly Regex _names;

    private BlobPath(string container, Regex pattern)
    {
        Container = container;
        _names = pattern;
    }

    public string Container { get; }

    public static BlobPath Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1)
            throw new FormatException($"The blob path {path} names no container and pattern.");

        var pieces = Regex.Split(path[(slash + 1)..], @"\{(?<part>\w+)\}", RegexOptions.ExplicitCapture, Limit);
        var pattern = string.Concat(
            pieces.Select((piece, index) => index % 2 == 0 ? Regex.Escape(piece) : $"(?<{piece}>.+)")
        );
        return new BlobPath(
            path[..slash],
            new Regex($@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline, Limit)
        );
    }

    public bool Matches(string name) => _names.IsMatch(name);

    /// <summary>What each part in braces stands for in this name.</summary>
    public IReadOnlyDictionary<string, string> Parts(string name) =>
        _names
            .Match(name)
            .Groups.Values.ToDictionary(group => group.Name, group => group.Value, StringComparer.OrdinalIgnoreCase);
}
