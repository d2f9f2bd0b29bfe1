using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Reads a text as if it had been dropped. Whatever the text, its rows must add up.</summary>
internal static class Drop
{
    public static Task<FileReading> ReadAsync(
        string text,
        Feed feed = Feed.National,
        string name = "file.csv",
        Limits? limits = null
    ) => ReadAsync(Encoding.UTF8.GetBytes(text), feed, name, limits);

    public static async Task<FileReading> ReadAsync(
        byte[] bytes,
        Feed feed = Feed.National,
        string name = "file.csv",
        Limits? limits = null
    )
    {
        using var file = new MemoryStream(bytes);
        var reading = await FeedReader.ReadAsync(
            new(file, name, feed),
            Reference.Default,
            TestContext.Current.CancellationToken,
            limits
        );
        reading.Rows.Reconciles.ShouldBeTrue();
        return reading;
    }

    /// <summary>The observations of one indicator in one area, the earliest first; none where the reading has no such
    /// series.</summary>
    public static IReadOnlyList<Observation> Of(this FileReading reading, string indicator, string area) =>
        reading.Series.ToSeries().SingleOrDefault(s => s.Indicator == indicator && s.Area == area)?.Observations ?? [];

    public static IReadOnlyList<string> Codes(this FileReading reading) =>
        [.. reading.Findings.ToList().SelectMany(f => Enumerable.Repeat(f.Code, f.Count))];
}
