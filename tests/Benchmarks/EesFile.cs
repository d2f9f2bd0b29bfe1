using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Benchmarks;

/// <summary>
/// Makes a file in the shape of the Explore Education Statistics absence releases, the same for the same years: a row a
/// year, place, school type, ethnic group and year group; 13 columns of words and 12 of figures, some of them symbols;
/// labels in quotation marks in about a third of the rows.
/// Ten years are 1.1 million rows and 250 MB, one year a tenth.
/// </summary>
internal static class EesFile
{
    private static readonly string[] Schools = ["Total", "State-funded primary", "State-funded secondary", "Special"];
    private static readonly string[] Groups =
    [
        "Total",
        "White British",
        "White Irish",
        "\"Gypsy, Roma and Traveller of Irish heritage\"",
        "White and Black Caribbean",
        "\"White and Black African, mixed\"",
        "White and Asian",
        "\"Asian, Asian British - Indian\"",
        "Pakistani",
        "\"Asian, Asian British - Bangladeshi\"",
        "Black Caribbean",
        "\"Black, Black British - African\"",
        "Chinese",
    ];
    private static readonly string[] Years = ["Total", .. Enumerable.Range(0, 12).Select(year => $"Year group {year}")];
    private static readonly string[] Symbols = ["c", "z", "x"];

    public const string Identity =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name";

    private const string Header =
        Identity
        + ",school_type,ethnicity,year_group,"
        + "sess_possible,sess_overall,sess_authorised,sess_unauthorised,sess_overall_percent,sess_authorised_percent,sess_unauthorised_percent,enrolments,enrolments_pa_10_exact,enrolments_pa_10_exact_percent,sess_auth_illness,sess_unauth_holiday";

    /// <summary>Writes the file where it is not there yet.</summary>
    /// <param name="path">Where.</param>
    /// <param name="years">How many years, 1 to 10.</param>
    /// <param name="tenth">Whether only every tenth place is written.</param>
    public static string Make(string path, int years, bool tenth = false)
    {
        if (File.Exists(path))
            return path;
        var made = path + ".part";
        using (
            var text = new StreamWriter(made, false, new System.Text.UTF8Encoding(true), 1 << 20) { NewLine = "\r\n" }
        )
        {
            text.WriteLine(Header);
            var places = Places().Where((_, i) => !tenth || i % 10 == 0).ToList();
            var random = new Random(20250930);
            for (var year = 2024 - years; year < 2024; year++)
            {
                foreach (var place in places)
                    WritePlace(text, $"{year}{(year + 1) % 100:00}", place, random);
            }
        }
        File.Move(made, path);
        return path;
    }

    private static void WritePlace(StreamWriter text, string year, string place, Random random)
    {
        foreach (var school in Schools)
        {
            foreach (var group in Groups)
            {
                foreach (var age in Years)
                {
                    text.Write($"{year},Academic year,{place},{school},{group},{age}");
                    WriteFigures(text, random, isTotal: school == "Total" && group == "Total" && age == "Total");
                    text.WriteLine();
                }
            }
        }
    }

    private static void WriteFigures(StreamWriter text, Random random, bool isTotal)
    {
        var possible = random.NextInt64(100_000, 90_000_000);
        var (overall, pupils) = (random.NextInt64(1, possible / 10), possible / 150);
        var (unauthorised, persistent) = (random.NextInt64(0, overall + 1), random.NextInt64(0, pupils + 1));
        decimal Percent(long part, long whole) => decimal.Round(100m * part / whole, 1);
        object[] figures =
        [
            possible,
            overall,
            overall - unauthorised,
            unauthorised,
            Percent(overall, possible),
            Percent(overall - unauthorised, possible),
            Percent(unauthorised, possible),
            pupils,
            persistent,
            Percent(persistent, pupils),
            random.NextInt64(0, overall + 1),
            random.NextInt64(0, overall + 1),
        ];
        foreach (var figure in figures)
        {
            text.Write(',');
            if (!isTotal && random.Next(12) == 0)
                text.Write(Symbols[random.Next(Symbols.Length)]);
            else
                text.Write(string.Format(CultureInfo.InvariantCulture, "{0}", figure));
        }
    }

    public static IEnumerable<string> Places()
    {
        const string england = "E92000001,England";
        var areas = Reference.Default.Areas;
        yield return $"National,{england},,,,,";
        foreach (var region in areas.All.Where(a => a.Type == AreaType.Region))
            yield return $"Regional,{england},{region.Code},{region.Name},,,";
        foreach (var area in areas.All.Where(a => a.IsUpperTier && a.Until is null))
        {
            var name = area.Name.Contains(',', StringComparison.Ordinal) ? $"\"{area.Name}\"" : area.Name;
            yield return "Local "
                + $"authority,{england},{area.Region},{areas.FindByCode(area.Region ?? "")?.Name},{area.Number},{area.Code},{name}";
        }
    }
}
