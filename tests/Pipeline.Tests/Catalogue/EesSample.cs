using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

/// <summary>A small file in the columns of a publication of Explore Education Statistics: rows of England and of
/// Nottinghamshire, and what the catalogue takes from them.</summary>
/// <param name="Identifier">The time identifier and the time period, with a comma between them.</param>
/// <param name="Columns">The columns behind those of time and place.</param>
public sealed record EesSample(string File, string Identifier, string Columns)
{
    /// <summary>The cells of each row of England.</summary>
    public required string[] England { get; init; }

    /// <summary>The cells of each row of Nottinghamshire.</summary>
    public required string[] Nottinghamshire { get; init; }

    /// <summary>The figures that the catalogue takes, by the indicator's id.</summary>
    public required (string Indicator, decimal England, decimal Nottinghamshire)[] Figures { get; init; }

    /// <summary>The text of the file.</summary>
    public string Text =>
        "time_identifier,time_period,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
        + $"la_name,new_la_code,{Columns}\n"
        + string.Concat(England.Select(r => $"{Identifier},National,E92000001,England,,,,,,{r}\n"))
        + string.Concat(
            Nottinghamshire.Select(r =>
                $"{Identifier},Local authority,E92000001,England,E12000004,East Midlands,891,Nottinghamshire,"
                + $"E10000024,{r}\n"
            )
        );

    /// <summary>The same file under another name.</summary>
    public EesSample With(string file) => this with { File = file };

    /// <summary>Reads it as if it had been dropped.</summary>
    public Task<FileReading> ReadAsync() => Drop.ReadAsync(Text, Feed.National, File);

    /// <inheritdoc />
    public override string ToString() => File;
}
