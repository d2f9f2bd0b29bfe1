using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Lait;

/// <summary>
/// Department for Education, Local Authority Interactive Tool, the statistics table beside the table of years: trend,
/// change, rank and quartiles. It is known so that it can be refused with a word about which table to take.
/// </summary>
internal sealed class LaitStatisticsReader : IReleaseReader
{
    /// <inheritdoc />
    public string Format => "lait-statistics";

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Neighbours, Feed.National];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["LA and Regions", "Trend", "Change from previous year"];

    /// <inheritdoc />
    public Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        reading.Refuse(
            Check.DerivedFigures.Found(
                "The file is the table of derived figures (trend, change, rank, quartiles) and not the table of "
                    + "the measure itself."
            )
        );
        return Task.CompletedTask;
    }
}
