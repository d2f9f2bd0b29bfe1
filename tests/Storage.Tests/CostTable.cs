using System.Globalization;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A line of what one piece of work costs, and how often a year has it.</summary>
internal sealed record Cost(int Requests, double Megabytes, int TimesOfCounty, int TimesOfAll);

/// <summary>A year's costs.</summary>
internal sealed record YearlyCost(long Requests, double Gigabytes, long GigabyteSeconds);

/// <summary>Reads the tables of docs/scale.md.</summary>
internal static class CostTable
{
    private const int Gigabytes = 2;

    /// <summary>What each piece of work costs.</summary>
    public static Dictionary<string, Cost> Read() =>
        Rows("| what | requests | MB read |")
            .ToDictionary(
                r => r[0],
                r => new Cost((int)Number(r[1]), Number(r[2]), (int)Number(r[3]), (int)Number(r[4]))
            );

    /// <summary>The sums as they are written.</summary>
    public static IReadOnlyList<YearlyCost> WrittenSums() =>
        [
            .. Rows("| a year | requests |")
                .Select(r => new YearlyCost((long)Number(r[1]), Number(r[2]), (long)Number(r[3]))),
        ];

    /// <summary>The sums of the lines, for one county and for all.</summary>
    public static IReadOnlyList<YearlyCost> Sums() => [Sum(c => c.TimesOfCounty), Sum(c => c.TimesOfAll)];

    private static YearlyCost Sum(Func<Cost, int> times)
    {
        var all = Read().Values;
        return new(
            all.Sum(c => (long)c.Requests * times(c)),
            Math.Round(all.Sum(c => c.Megabytes * times(c)) / 1000, 1),
            all.Sum(c => (long)times(c)) * Gigabytes
        );
    }

    private static IEnumerable<string[]> Rows(string head) =>
        File.ReadLines(Path.Combine(SourceFolder.Of("docs"), "scale.md"))
            .SkipWhile(l => !l.StartsWith(head, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static double Number(string text) => double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
