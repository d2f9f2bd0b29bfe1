using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Tests.Documents;

/// <summary>The class that the recipe "Add a format" asks for, as short as it can be.</summary>
internal sealed class RecipeReader : IReleaseReader
{
    public string Format => "recipe";

    public SourceFormat? Source => new(Format);

    public IReadOnlyList<Feed> Feeds => [Feed.Obesity];

    public IReadOnlyList<string> TellingColumns => ["Place", "School year", "Obese"];

    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var indicator = reading.Reference.Catalogue.Find("reception-obesity")!;
        while (await rows.NextAsync(cancellationToken))
        {
            if (reading.Reference.Areas.FindByCode(rows.Text(0)) is not { } area)
                UnknownArea.Take(rows, reading, 0);
            else if (!PeriodLabel.TryParse(rows.Text(1), YearType.Find("academic"), out var period, out _))
                reading.Rows.Skip("no school year");
            else
            {
                var row = new RowBuilder(rows, reading);
                row.Add(
                    new FigureCell(new(indicator.Id, area.Code), period, ObservationPart.Value)
                    {
                        Source = "recipe:Obese",
                        Rank = 0,
                        Column = "Obese",
                        Unit = indicator.Unit,
                    },
                    column: 2
                );
                row.Commit();
            }
        }
    }
}
