namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>Writes the cells of a row. A page has a thousand of them, so no template is run for each; every text is
/// encoded as in a template.</summary>
internal static class PageCells
{
    /// <summary>Writes them.</summary>
    /// <param name="table">The table that the row is of.</param>
    public static void Write(TextWriter to, PageRow row, PageTable table)
    {
        foreach (var (i, (cell, column)) in row.Cells.Zip(table.Columns).Index())
        {
            var isHeading = i == 0;
            to.Write(isHeading ? "<th scope=\"row\"" : "<td");
            if (table.IsCards && isHeading)
                to.Write(" role=\"rowheader\"");
            else if (table.IsCards)
                Text(to, " role=\"cell\" data-label=\"", column.Title, "\"");
            if (cell.Tone is not null || column.IsNumber)
                Text(to, " class=\"", cell.Tone, column.IsNumber ? " n\"" : "\"");
            if (cell.Sort is not null)
                Text(to, " data-sort=\"", cell.Sort, "\"");
            to.Write('>');
            Write(to, cell);
            to.Write(isHeading ? "</th>" : "</td>");
        }
    }

    private static void Write(TextWriter to, PageCell cell)
    {
        if (cell.Mark is not null)
            Text(to, "<span class=\"mark\" aria-hidden=\"true\">", cell.Mark, "</span>");
        if (cell.Drawing is { } drawing)
        {
            to.Write($"<svg class=\"spine\" viewBox=\"0 0 {drawing.Width} {drawing.Height}\" role=\"img\"");
            Text(to, " aria-label=\"", drawing.Words, "\" focusable=\"false\">");
            to.Write(drawing.Svg);
            to.Write("</svg>");
        }
        else if (cell.Href is not null)
        {
            Text(to, "<a href=\"", cell.Href, "\">");
            Text(to, "", cell.Text, "</a>");
        }
        else if (cell.IsStrong)
            Text(to, "<b>", cell.Text, "</b>");
        else
            Text(to, "", cell.Text, "");
        if (!string.IsNullOrEmpty(cell.Small))
            Text(to, "<span class=\"small\">", cell.Small, "</span>");
    }

    private static void Text(TextWriter to, string before, string? text, string after)
    {
        to.Write(before);
        PageTemplate.Encode(to, text ?? "");
        to.Write(after);
    }
}
