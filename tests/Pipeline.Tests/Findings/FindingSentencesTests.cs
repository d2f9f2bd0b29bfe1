using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Findings;

/// <summary>
/// What findings say, each sentence once: the code and the sentence of every finding in the corpus. Other tests assert
/// codes and figures. ACCEPT_GOLDEN=1 accepts changed sentences.
/// </summary>
public sealed class FindingSentencesTests
{
    private static readonly string Golden = Path.Combine(
        SourceFolder.Of("tests/Pipeline.Tests/Findings"),
        "sentences.golden.txt"
    );

    [Fact]
    public async Task Each_finding_says_the_sentence_that_was_accepted()
    {
        var said = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in CorpusManifest.Entries)
        {
            FeedFolders.TryParse(entry.Feed, out var feed).ShouldBeTrue();
            var reading = await Drop.ReadAsync(
                await File.ReadAllBytesAsync(
                    Path.Combine(CorpusManifest.Folder, entry.File),
                    TestContext.Current.CancellationToken
                ),
                feed,
                entry.DroppedAs
            );
            said.UnionWith(reading.Findings.ToList().Select(f => $"{f.Code}: {f.Message}"));
        }
        var actual = string.Concat(said.Select(line => line + "\n"));

        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
            await File.WriteAllTextAsync(Golden, actual, TestContext.Current.CancellationToken);
        actual.ShouldBe(await File.ReadAllTextAsync(Golden, TestContext.Current.CancellationToken));
    }
}
