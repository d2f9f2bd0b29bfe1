using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// Finds the area that a row is about by its codes: the NHS code of a primary care trust, or the statistical code, in
/// use today or formerly. Levels stand one below another without a column that names them, so a row has the level that
/// its code has.
/// </summary>
internal static partial class NhsAreas
{
    /// <summary>Whether a text names the country as a whole.</summary>
    public static bool IsEngland(string text) => England().IsMatch(text);

    /// <summary>Whether a text has the form of an area's code.</summary>
    public static bool HasFormOfCode(string text) => CodeForm().IsMatch(text);

    /// <summary>The columns that say which area a row is about: those left of the figures that do not name what the
    /// area is in.</summary>
    public static IReadOnlyList<NhsColumn> Columns(IReadOnlyList<NhsColumn> columns, int firstFigure)
    {
        var left = columns.Take(firstFigure).ToList();
        var own = left.Where(c => !Parent().IsMatch(c.Name) && !PeriodColumn().IsMatch(c.Name)).ToList();
        if (own.Exists(c => LowerTier().IsMatch(c.Name)))
            own.RemoveAll(c => UpperTier().IsMatch(c.Name));
        return own.Count > 0 ? own : left;
    }

    /// <summary>What a row itself says of its period; empty where the table has no column for it.</summary>
    public static string Period(CsvRows rows, IReadOnlyList<NhsColumn> columns) =>
        string.Join(
            ' ',
            columns
                .Where(c => PeriodColumn().IsMatch(c.Name) && rows.Text(c.Index).Length > 0)
                .Select(c =>
                    QuarterColumn().IsMatch(c.Name) && rows.Text(c.Index).Length == 1
                        ? $"Q{rows.Text(c.Index)}"
                        : rows.Text(c.Index)
                )
        );

    /// <summary>Why a row is skipped if a column such as Status or Notes says that it is of a group; otherwise
    /// null.</summary>
    public static string? Part(CsvRows rows, IReadOnlyList<NhsColumn> columns) =>
        columns.FirstOrDefault(c => Beside().IsMatch(c.Name) && NhsHeadings.IsOnlyGroup(rows.Text(c.Index)))
            is { } column
            ? $"breakdown by the column {column.Name}"
            : null;

    /// <summary>The columns that the format does not have, which may say of which children a row is.</summary>
    /// <param name="figures">The columns of figures.</param>
    public static ExtraBreakdowns Extra(CsvRows rows, FileReading reading, IEnumerable<NhsColumn> figures) =>
        new(
            rows,
            reading,
            rows.Header.Names.Where(name =>
                    PeriodColumn().IsMatch(name) || (Own().IsMatch(name) && !ExtraBreakdowns.Divides(name))
                )
                .Concat(figures.Select(column => column.Name))
        );

    /// <summary>The areas that a row's codes name: none, one, or several that disagree.</summary>
    public static IReadOnlyList<Area> Find(CsvRows rows, IReadOnlyList<NhsColumn> columns, AreaRegister areas)
    {
        var found = columns
            .Select(c => Find(rows.Text(c.Index), c, areas))
            .OfType<Area>()
            .DistinctBy(a => a.Code)
            .ToList();
        return found.Count > 0 || !columns.Any(c => IsEngland(rows.Text(c.Index)))
            ? found
            : [areas.FindByCode(AreaRegister.England)!];
    }

    /// <summary>The authority that a row without any code names; null for none.</summary>
    public static Area? Named(CsvRows rows, IReadOnlyList<NhsColumn> columns, AreaRegister areas)
    {
        var texts = columns.Select(c => rows.Text(c.Index)).Where(t => t.Length > 0).ToList();
        return
            texts is [var only]
            && areas.FindAlike(only).Where(a => a is { IsEnglishAuthority: true, Number: not null }).ToList()
                is [var area]
            ? area
            : null;
    }

    /// <summary>Whether a cell of the row names another area than its code does. What the area is in may stand beside
    /// it.</summary>
    public static bool Contradicts(CsvRows rows, IReadOnlyList<NhsColumn> columns, Area area, AreaRegister areas) =>
        columns.Any(c =>
            rows.Text(c.Index) is { } name
            && Own().IsMatch(c.Name)
            && !Beside().IsMatch(c.Name)
            && !HasFormOfCode(name)
            && areas.FindByName(name)?.Code is var named
            && (named is null || (named != area.Region && named != area.County))
            && AreaNames.IsOfAnother(name, area, areas)
        );

    // The Department of Health's numbers of authorities are not those of the Department for Education: a number finds a
    // trust or nothing. A code of two digits could be a rank, so its column must say that it holds codes.
    private static Area? Find(string code, NhsColumn column, AreaRegister areas) =>
        code.Length > 2 || column.Name.Contains("code", StringComparison.OrdinalIgnoreCase)
            ? areas.FindByCode(code)
                ?? (areas.FindByNumber(code) is { Type: AreaType.PrimaryCareTrust } trust ? trust : null)
            : null;

    [GeneratedRegex(
        "^(?=.*[0-9])[A-Z0-9]{2,9}$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex CodeForm();

    [GeneratedRegex(
        @"\b(LTLA|LAD|lower tier|district)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex LowerTier();

    [GeneratedRegex(
        @"\b(UTLA|upper tier|county)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex UpperTier();

    [GeneratedRegex("\\bquarter$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QuarterColumn();

    [GeneratedRegex(
        @"^((reporting|school|academic|financial|time|ncmp|data|collection|survey|measurement|programme)[ _])?"
            + "(period|quarter|year)([ _](ending|ended|covered|of (measurement|collection)))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex PeriodColumn();

    [GeneratedRegex(
        @"\b(codes?|names?|areas?|authorit(y|ies)|council|LAs?|UTLA|LTLA|UA|PCTs?|PCOs?|CCGs?|"
            + @"primary care|health|commissioners?|providers?|team|cluster|trust|SHA|ONS|ODS|NHS|regions?|country|"
            + @"geograph\w*|org(anisations?)?|parent|notes?|comments?|flags?|status|period|quarter|year)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Own();

    // What is said of an area or its figures, beside its code and name.
    [GeneratedRegex(
        @"\b(status|types?|notes?|comments?|flags?)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Beside();

    [GeneratedRegex(
        @"^(all|total)? ?\(?eng(land)?( ?[-–(\[] ?| )?"
            + @"(total|average|provisional|revised|all|[pr]|pcts?| )*[)\]]?[*0-9]*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex England();

    [GeneratedRegex(
        @"\b(region|GOR|government office|nation|SHA|strategic health authority|parent|area team|country)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Parent();
}
