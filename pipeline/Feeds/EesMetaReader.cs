namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>The companion of a data file (name.meta.csv) that describes its columns. It brings no figures.</summary>
public sealed class EesMetaReader : IReleaseReader
{
    /// <inheritdoc />
    public string Format => "ees-meta";
    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.National, Feed.Neighbours, Feed.Breastfeeding, Feed.Obesity];
    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["col_name", "col_type", "label"];

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, Reading reading, CancellationToken cancellationToken)
    {
        while (await rows.NextAsync(cancellationToken))
            reading.Rows.Skip("describes a column");
    }
}
