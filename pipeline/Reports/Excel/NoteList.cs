using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>The notes of a snapshot, each text once, numbered in the order in which a reader meets them.</summary>
internal sealed class NoteList
{
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>Numbers the notes of a snapshot.</summary>
    public NoteList(Snapshot snapshot)
    {
        var lines = ReportLine.All(snapshot);
        var texts = lines
            .SelectMany(l => l.Notes)
            .Concat(lines.SelectMany(l => l.Row.Localities).SelectMany(l => l.Notes))
            .Concat(lines.Select(l => PlaceText.WhyNotTested(l.Place.Significance)).OfType<string>());
        foreach (var text in texts)
            _numbers.TryAdd(text, _numbers.Count + 1);
    }

    /// <summary>The notes in their order.</summary>
    public IEnumerable<(string Sign, string Meaning)> All =>
        _numbers.OrderBy(n => n.Value).Select(n => (Sign(n.Key), n.Key));

    /// <summary>The signs of some notes, such as "[note 1], [note 3]".</summary>
    public string Signs(IEnumerable<string> texts) =>
        string.Join(", ", texts.Distinct().OrderBy(t => _numbers[t]).Select(Sign));

    private string Sign(string text) => $"[note {_numbers[text]}]";
}
