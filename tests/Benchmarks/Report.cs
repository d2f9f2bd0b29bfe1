using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ChildrensTrust.Benchmarks;

/// <summary>Writes what was measured: a table for people, and ratios for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>A line on the console, as soon as it is known.</summary>
    public static string Line(Measured m) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(m.Holds ? "holds " : "MISSED")} {m.Ratio, 6:0.00} x, at most {m.Limit:0.##} x: {m.Name} "
                + $"({Figure(m.Mine, m.Unit)}) against {m.Against} ({Figure(m.Other, m.Unit)})"
        );

    /// <summary>The page docs/benchmarks.md.</summary>
    public static string Page(IReadOnlyList<Measured> measured, DateOnly day, int rounds)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Benchmarks

            `dotnet run -c Release --project tests/Benchmarks` makes this page. It writes its own files (1.1 million rows of 25 columns, 250 MB, in the shape of the Explore Education Statistics releases), starts its own Azurite, and sets each piece of work against another one of the same run, in turn, {rounds} rounds after five seconds or more of rounds that do not count; the figures are medians. Seconds differ from machine to machine: the ratio is what counts. `--quick` does the same on a tenth, `--json FILE` writes the ratios for programs.

            Measured on {day:d MMMM yyyy}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}.

            | what | against | at most | measured | ours | the other |
            |---|---|---|---|---|---|

            """
        );
        foreach (var m in measured)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {m.Name} | {m.Against} | {m.Limit:0.##} x | {(m.Holds ? "" : "**missed** ")}{m.Ratio:0.00} x "
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
                Ratio = Math.Round(m.Ratio, 3),
                m.Limit,
            }),
            Indented
        );

    private static string Figure(double value, string unit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(unit == "MB" ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("0.000", CultureInfo.InvariantCulture))} "
                + $"{unit}"
        );
}
