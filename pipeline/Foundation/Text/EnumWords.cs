using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>The words of a closed set, in files and for people: a member's name in lower case, or the one that its
/// attribute gives.</summary>
internal static class EnumWords
{
    /// <summary>Every word, in the order of the members.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Word);

    /// <summary>The word of a member.</summary>
    public static string Word<T>(this T member)
        where T : struct, Enum => Set<T>.Words[member];

    /// <summary>The member of a word, whatever its capitals; null where no member has it.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum => word is not null && Set<T>.Members.TryGetValue(word, out var found) ? found : null;

    private static class Set<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>()
            .ToFrozenDictionary(member => member, Own);

        public static readonly FrozenDictionary<string, T> Members = Words.ToFrozenDictionary(
            word => word.Value,
            word => word.Key,
            StringComparer.OrdinalIgnoreCase
        );

        private static string Own(T member) =>
            typeof(T).GetField(member.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? member.ToString().ToLowerInvariant();
    }
}
