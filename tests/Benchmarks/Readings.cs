using System.Data.Common;
using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using CsvHelper;
using DuckDB.NET.Data;

namespace ChildrensTrust.Benchmarks;

/// <summary>Ways to read a file: ours, with every check and normalised, and the usual ones that only read every
/// field.</summary>
internal static class Readings
{
    private const int Words = 13;

    /// <summary>Ours: parse, screen, normalise.</summary>
    public static async Task<ScreenedFile> OursAsync(string path)
    {
        await using var file = Open(path);
        var dates = ReleaseDates.Find(
            "absence.csv",
            new Dictionary<string, string>(),
            new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            out var fault
        );
        return await new Screener(Reference.Default, new IngestionOptions()).ReadAsync(
            new(file, "absence.csv", Feed.National),
            (dates, fault),
            null,
            default
        );
    }

    /// <summary>CsvHelper 34 reading every field typed: words as pooled strings, figures as doubles or, where they are
    /// none, as symbols.</summary>
    public static (long Numbers, double Sum) CsvHelper(string path)
    {
        using var file = Open(path);
        using var csv = CsvReader.Create(
            file,
            new CsvReaderOptions
            {
                Separator = ',',
                Encoding = Encoding.UTF8,
                PoolStrings = true,
            }
        );
        var (numbers, sum, letters) = (0L, 0d, 0L);
        while (csv.Read())
        {
            for (var i = 0; i < Words; i++)
                letters += csv.GetString(i).Length;
            for (var i = Words; i < csv.FieldCount; i++)
            {
                if (csv.TryParse<double>(i, out var value))
                    (numbers, sum) = (numbers + 1, sum + value);
                else
                    letters += csv.GetString(i).Length;
            }
        }
        return letters > 0 ? (numbers, sum) : default;
    }

    /// <summary>DuckDB, every row streamed out as text, as one who normalises in .NET must have it.</summary>
    public static (long Numbers, double Sum) DuckDb(string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = $"SELECT * FROM read_csv('{path}', header = true, all_varchar = true)";
        using DbDataReader rows = command.ExecuteReader();
        var (numbers, sum, letters) = (0L, 0d, 0L);
        while (rows.Read())
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                var text = rows.IsDBNull(i) ? "" : rows.GetString(i);
                if (
                    i >= Words
                    && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value)
                )
                    (numbers, sum) = (numbers + 1, sum + value);
                else
                    letters += text.Length;
            }
        }
        return letters > 0 ? (numbers, sum) : default;
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
}
