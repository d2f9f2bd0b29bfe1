using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Findings;

/// <summary>The test files of the publisher's own screener: a file's name is the check that it must trip
/// there.</summary>
public sealed class ScreenerFixturesTests
{
    [Theory]
    [InlineData("fileValidation/data_empty_cols.csv", "COLUMN_EMPTY")]
    [InlineData("fileValidation/data_mandatory_cols.csv", "COLUMN_MISSING")]
    [InlineData("fileValidation/special_characters-+#'@.csv", "FILE_NAME")]
    [InlineData("fileValidation/rows_to_cols.csv", "COLUMN_UNNAMED")]
    [InlineData("fileValidation/meta_empty_rows.csv", "COLUMN_UNNAMED")]
    [InlineData("preCheck1/duplicate_variable_names.csv", "HEADER_REPEATED")]
    [InlineData("preCheck1/geographic_level.csv", "LEVEL_UNKNOWN")]
    [InlineData("preCheck1/time_identifier.csv", "WORD_SPELLING")]
    [InlineData("fileValidation/special_characters-+#'@.meta.csv", "FILE_NAME")]
    [InlineData("fileValidation/file_separator.meta.csv", "SEPARATOR")]
    [InlineData("fileValidation/meta_mandatory_cols.meta.csv", "META_OLD_EDITION")]
    [InlineData("fileValidation/naming_convention_meta.csv", "FILE_NAME")]
    [InlineData("fileValidation/naming_convention-dataFail.meta.csv", "META_UNIT")]
    [InlineData("preCheck1/col_name_completed.meta.csv", "META_NAME_BLANK")]
    [InlineData("preCheck1/invalid_meta_cols.meta.csv", "META_COLUMNS")]
    public async Task A_file_trips_a_finding_about_its_fault(string file, string code) =>
        (await ReadAsync(file)).Codes().ShouldContain(code);

    [Fact]
    public async Task The_data_file_that_passes_everything_passes()
    {
        var reading = await ReadAsync("passes_everything.csv");

        reading.Refused.ShouldBeFalse();
        reading
            .Findings.ToList()
            .Where(f => f.Severity != Severity.Information)
            .Select(f => f.Code)
            .ShouldBe(["NOTHING_KNOWN"]);
    }

    [Fact]
    public async Task The_companion_file_that_passes_everything_passes() =>
        (await ReadAsync("passes_everything.meta.csv")).Codes().ShouldBeEmpty();

    [Theory]
    [InlineData("passes_everything", null)]
    [InlineData("preCheck1/meta_to_data_crosscheck", "META_VARIABLE_ABSENT")]
    [InlineData("preCheck1/duplicate_variable_names", "META_VARIABLE_ABSENT")]
    public async Task A_data_file_and_its_companion_are_held_against_each_other(string name, string? code)
    {
        var (data, meta) = (await ReadAsync(name + ".csv"), await ReadAsync(name + ".meta.csv"));

        EesMetaCheck
            .Compare(data.Header, meta.Meta!)
            .Select(f => f.Code)
            .Distinct()
            .ShouldBe(code is null ? [] : [code]);
    }

    private static async Task<FileReading> ReadAsync(string file) =>
        await Drop.ReadAsync(
            await File.ReadAllBytesAsync(
                SharedFeeds.Path("screener-fixtures/" + file),
                TestContext.Current.CancellationToken
            ),
            name: Path.GetFileName(file)
        );
}
