using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChildrensTrust.Benchmarks;

/// <summary>Writes what was measured: a table for people, and ratios for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>A line on the console, as soon as it is known.</summary>
    public static string Line(Measured m) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(m.Holds ? "holds " : "MISSED")} {Ratio(m), 6}, at most {m.Limit:0.##} x: {m.Name} "
                + $"({Figure(m.Mine, m.Unit)}) against {m.Against} ({Figure(m.Other, m.Unit)})"
        );

    /// <summary>The page docs/benchmarks.md.</summary>
    public static string Page(IReadOnlyList<Measured> measured, DateOnly day)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Benchmarks

            `dotnet run -c Release --project tests/Benchmarks` makes this page. It writes its own files (1.1 million rows of 25 columns, 250 MB, in the shape of the Explore Education Statistics releases), starts its own Azurite, and sets each piece of work against another one of the same run, in turn, after five seconds or more of rounds that do not count. Seconds differ from machine to machine, so the ratio is what counts: the median of the rounds' ratios, with the interval that holds the true one in 95 of 100 runs. Rounds are repeated until the interval is within 5% of the ratio, for two minutes at most. Where it is still wider, the row says that the ratio is noise; where the limit is in it, that the run does not decide whether it holds. `--quick` does the same on a tenth in shorter time and with the same limits, `--json FILE` writes the ratios for programs.

            Measured on {day:d MMMM yyyy}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}.

            | what | against | at most | measured | ours | the other |
            |---|---|---|---|---|---|

            """
        );
        foreach (var m in measured)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {m.Name} | {m.Against} | {m.Limit:0.##} x | "
                    + $"{(m.Holds || !m.IsSure ? "" : "**missed** ")}{Ratio(m)} "
                    + $"| {Figure(m.Mine, m.Unit)} | {Figure(m.Other, m.Unit)} |\n"
            );
        return text.ToString();
    }

    /// <summary>The ratios.</summary>
    public static string Json(IReadOnlyList<Measured> measured) =>
        JsonSerializer.Serialize(
            measured.Select(m => new
            {
                m.Name,
                Ratio = Math.Round(m.Ratio.Median, 3),
                Low = Math.Round(m.Ratio.Low, 3),
                High = Math.Round(m.Ratio.High, 3),
                m.Limit,
            }),
            Indented
        );

    private static string Ratio(Measured m) =>
        m.Ratio.IsExact
            ? string.Create(CultureInfo.InvariantCulture, $"{m.Ratio.Median:0.00} x")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{m.Ratio.Median:0.00} x ({m.Ratio.Low:0.00} to {m.Ratio.High:0.00})"
                    + $"{(m.IsNoise ? ", noise" : "")}{(m.IsSure ? "" : ", not decided")}"
            );

    private static string Figure(double value, string unit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(unit == "MB" ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("0.000", CultureInfo.InvariantCulture))} "
                + $"{unit}"
        );
}
