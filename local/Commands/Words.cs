using System.CommandLine;

namespace ChildrensTrust.Local.Commands;

/// <summary>Options that take one of a few words, in capitals or not.</summary>
internal static class Words
{
    /// <summary>Refuses every other word, and names those that there are.</summary>
    public static void AcceptWords(this Option option, params string[] words) =>
        option.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => !words.Contains(token.Value, StringComparer.OrdinalIgnoreCase)))
                given.AddError($"{option.Name} takes one of: {string.Join(", ", words)}.");
        });
}
