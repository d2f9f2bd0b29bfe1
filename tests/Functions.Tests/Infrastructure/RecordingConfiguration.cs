using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>Settings that remember which of them were asked for.</summary>
internal sealed class RecordingConfiguration(Dictionary<string, string?> values) : IConfiguration
{
    /// <summary>The keys whose value was read.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string key]
    {
        get
        {
            Asked.Add(key);
            return values.GetValueOrDefault(key);
        }
        set => throw new NotSupportedException();
    }

    public IConfigurationSection GetSection(string key) => new Section(this, key);

    public IEnumerable<IConfigurationSection> GetChildren() => [];

    public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

    private sealed class Section(RecordingConfiguration root, string path) : IConfigurationSection
    {
        public string Key => path.Split(':')[^1];

        public string Path => path;

        public string? Value
        {
            get => root[path];
            set => throw new NotSupportedException();
        }

        public string? this[string key]
        {
            get => root[$"{path}:{key}"];
            set => throw new NotSupportedException();
        }

        public IConfigurationSection GetSection(string key) => new Section(root, $"{path}:{key}");

        public IEnumerable<IConfigurationSection> GetChildren() => [];

        public IChangeToken GetReloadToken() => root.GetReloadToken();
    }
}
