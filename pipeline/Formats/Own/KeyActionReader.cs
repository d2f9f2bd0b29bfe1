using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Own;

/// <summary>
/// The plan's key actions: priority, reference, action, lead, status, note. The format is ours;
/// docs/formats/key-actions.md describes it. A lead is a job title, never a person's name.
/// </summary>
internal sealed class KeyActionReader : IReleaseReader
{
    /// <summary>The format's name.</summary>
    internal const string Name = "key-actions";

    /// <summary>Far more than any plan has: a report of more would be no report.</summary>
    internal const int MaxActions = 500;

    /// <summary>A long paragraph.</summary>
    internal const int MaxText = 2000;

    private static readonly string[] Texts = ["reference", "action", "lead", "note"];

    /// <inheritdoc />
    public string Format => Name;

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.KeyActions];

    /// <inheritdoc />
    public bool OnlyInItsFeeds => true;

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["priority", "reference", "action", "status"];

    /// <inheritdoc />
    public bool HasOwnTexts => true;

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        string Cell(string name) => rows.Text(rows.Header.IndexOf(name));
        string Shown(string name) => rows.Shown(rows.Header.IndexOf(name));
        var priorities = reading.Reference.Catalogue.Priorities.Select(p => p.Id).ToHashSet();
        var references = new Dictionary<string, long>();
        while (await rows.NextAsync(cancellationToken))
        {
            var reference = Shown("reference");
            if (Template.IsExample(Cell("priority")))
                reading.Rows.Skip(Template.Reason);
            else if (Status(Cell("status")) is not { } status)
                reading.Reject(Check.StatusUnknown.Found("The status is not one of the three.", rows.Row, "status"));
            else if (!priorities.Contains(Cell("priority")))
                reading.Reject(
                    Check.PriorityUnknown.Found("The priority is not in the catalogue.", rows.Row, "priority")
                );
            else if (Array.Find(Texts, t => Shown(t).Length > MaxText) is { } column)
                reading.Reject(
                    Check.TextTooLong.Found($"The text is longer than {MaxText} characters.", rows.Row, column)
                );
            else if (Cell("action").Length == 0)
                reading.Reject(Check.ActionBlank.Found("The row does not say what is to be done.", rows.Row, "action"));
            else if (reference.Length > 0 && !references.TryAdd(reference, rows.Row))
                reading.Reject(
                    Check.ReferenceRepeated.Found(
                        $"Row {references[reference]} has the same reference.",
                        rows.Row,
                        "reference"
                    )
                );
            else
            {
                if (reading.KeyActions.Count == MaxActions)
                {
                    reading.Reject(
                        Check.FileTooLarge.Found($"The list has more than {MaxActions} key actions.", rows.Row)
                    );
                    reading.Refuse(Check.FileTooLarge.Found($"A list has at most {MaxActions} key actions.", rows.Row));
                    return;
                }
                reading.KeyActions.Add(
                    new(Cell("priority"), reference, Shown("action"), Shown("lead"), status, Shown("note"))
                );
                reading.Rows.Accept();
            }
        }
    }

    private static KeyActionStatus? Status(string text) =>
        EnumWords.Find<KeyActionStatus>(
            text.Equals("behind", StringComparison.OrdinalIgnoreCase) ? "behind schedule" : text
        );
}
