using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>
/// The plan's key actions: priority, reference, action, lead, status, note. The format is ours; docs/local-returns.md
/// describes it. A lead is a job title, never a person's name.
/// </summary>
public sealed class KeyActionReader : IReleaseReader
{
    private static readonly Dictionary<string, KeyActionStatus> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Completed"] = KeyActionStatus.Completed,
        ["On schedule"] = KeyActionStatus.OnSchedule,
        ["Behind schedule"] = KeyActionStatus.Behind,
        ["Behind"] = KeyActionStatus.Behind,
    };

    /// <inheritdoc />
    public string Format => "key-actions";
    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.KeyActions];
    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["priority", "reference", "action", "status"];
    /// <inheritdoc />
    public IReadOnlyList<string> FreeText => ["action", "lead", "note"];

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, Reading reading, CancellationToken cancellationToken)
    {
        string Cell(string name) => rows.Text(rows.Header.IndexOf(name));
        while (await rows.NextAsync(cancellationToken))
        {
            if (!Statuses.TryGetValue(Cell("status"), out var status))
            {
                reading.Reject(Check.StatusUnknown.Found("The status is not one of the three.", rows.Row, "status"));
                continue;
            }
            reading.KeyActions.Add(new(Cell("priority"), Cell("reference"), Cell("action"), Cell("lead"), status, Cell("note")));
            reading.Rows.Accept();
        }
    }
}
