using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>The numbering of the document: paragraphs through the whole report, bullets in two levels (on
/// the first pages, and below a numbered paragraph), recommendations.</summary>
internal static class DocumentNumbering
{
    public const int Paragraphs = 1;
    public const int Bullets = 2;
    public const int Recommendations = 3;
    public const int FrontBullets = 4;

    // In twentieths of a point.
    private const int Step = 567;

    private sealed record Level(string Style, W.NumberFormatValues Format, string Text);

    private static readonly (int Id, Level[] Levels)[] Lists =
    [
        (Paragraphs, [new(DocumentStyle.Numbered, W.NumberFormatValues.Decimal, "%1.")]),
        (
            Bullets,
            [
                new(DocumentStyle.Bullet, W.NumberFormatValues.Bullet, "•"),
                new(DocumentStyle.SubBullet, W.NumberFormatValues.Bullet, "–"),
            ]
        ),
        (
            FrontBullets,
            [
                new(DocumentStyle.FrontBullet, W.NumberFormatValues.Bullet, "•"),
                new(DocumentStyle.FrontSubBullet, W.NumberFormatValues.Bullet, "–"),
            ]
        ),
        (Recommendations, [new(DocumentStyle.Recommendation, W.NumberFormatValues.Decimal, "%1)")]),
    ];

    /// <summary>The lists.</summary>
    public static W.Numbering Build()
    {
        var sheet = new W.Numbering();
        sheet.Append(
            Lists.Select(list => new W.AbstractNum([
                new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel },
                .. list.Levels.Select((level, i) => Create(list.Id, level, i)),
            ])
            {
                AbstractNumberId = list.Id,
            })
        );
        sheet.Append(
            Lists.Select(list => new W.NumberingInstance(new W.AbstractNumId { Val = list.Id }) { NumberID = list.Id })
        );
        return sheet;
    }

    private static W.Level Create(int list, Level level, int index)
    {
        // Bullets stand below the text of a numbered paragraph.
        var left = Step * (index + (list == Bullets ? 2 : 1));
        return new(
            new W.StartNumberingValue { Val = 1 },
            new W.NumberingFormat { Val = level.Format },
            new W.ParagraphStyleIdInLevel { Val = level.Style },
            new W.LevelText { Val = level.Text },
            new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(new W.Indentation { Left = $"{left}", Hanging = $"{Step}" })
        )
        {
            LevelIndex = index,
        };
    }
}
