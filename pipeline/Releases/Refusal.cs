using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Why a file was refused, for the officer who uploaded it.</summary>
/// <param name="Wrong">What is wrong, in a sentence.</param>
/// <param name="First">The first thing to do.</param>
/// <param name="Looks">The format that it has or comes nearest to; null where it is like none.</param>
/// <param name="Others">Where it is like none: the formats whose files belong in its folder.</param>
internal sealed record Refusal(string Wrong, string First, FormatGuide? Looks, IReadOnlyList<FormatGuide> Others)
{
    /// <summary>Where the original is kept.</summary>
    public required string KeptIn { get; init; }

    // Faults that no other format or column would put right.
    private static readonly string[] OfAnyFormat =
    [
        Check.PersonalData.Code,
        Check.OwnReport.Code,
        Check.AlreadyReceived.Code,
    ];

    /// <summary>The refusal of a file; null where its findings do not refuse it.</summary>
    public static Refusal? Of(Release release, IReadOnlyList<Finding> findings)
    {
        // What refuses a file is about the whole of it; faults of single rows are stated beside it.
        var errors = findings.Where(f => f.Severity == Severity.Error).ToList();
        if ((errors.Find(f => f.Row is null) ?? errors.FirstOrDefault()) is not { } finding)
            return null;
        var isAboutItsFormat = !OfAnyFormat.Contains(finding.Code);
        var looks = isAboutItsFormat ? FormatGuide.Find(release.Resembles ?? release.Format) : null;
        return new(
            FirstSentence(finding.Message),
            finding.Guidance,
            looks,
            isAboutItsFormat && looks is null ? FormatGuide.For(release.Feed) : []
        )
        {
            KeptIn =
                finding.Code == Check.PersonalData.Code
                    ? "restricted, which only stewards can read, and stays in landing until someone deletes it there"
                    : "quarantine, with findings.csv beside it",
        };
    }

    private static string FirstSentence(string message) =>
        message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? message[..(end + 1)] : message;
}
