using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Functions.Http;

/// <summary>What <see cref="SweepLanding"/> answers: each file that was missing, and what became of it, and each that
/// is in no feed's folder.</summary>
public sealed record SweptAnswer(IReadOnlyList<SweptAnswer.Item> Files)
{
    /// <summary>The answer for these files.</summary>
    public static SweptAnswer For(IEnumerable<SweptFile> swept, IEnumerable<UnroutedFile> strays) =>
        new([
            .. swept.Select(each => new Item(
                each.File.ShownBlob,
                each.File.Feed.Folder(),
                each.Release?.Id,
                each.Release?.Status.ToString().ToLowerInvariant() ?? "failed",
                each.File.Fault?.Message,
                each.File.Fault?.Guidance
            )),
            .. strays.Select(stray => new Item(
                stray.Blob,
                null,
                null,
                "failed",
                stray.Fault.Message,
                stray.Fault.Guidance
            )),
        ]);

    /// <summary>One file.</summary>
    /// <param name="Feed">Its feed; null where it is in no feed's folder.</param>
    /// <param name="Release">The release it became; null where it failed again.</param>
    /// <param name="Status">complete, quarantined, withdrawn or failed.</param>
    /// <param name="Message">Where it failed: a sentence about it.</param>
    public sealed record Item(
        string Blob,
        string? Feed,
        string? Release,
        string Status,
        string? Message,
        string? Guidance
    );
}
