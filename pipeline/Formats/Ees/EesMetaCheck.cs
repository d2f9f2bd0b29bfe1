using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Holds a data file's header and its companion file against each other.</summary>
internal static class EesMetaCheck
{
    /// <summary>Finds variables of one that the other lacks, and units that contradict the catalogue.</summary>
    /// <param name="dataHeader">The names of the data file's columns.</param>
    /// <param name="catalogue">The catalogue whose indicators' units are checked; null to leave units alone.</param>
    public static IEnumerable<Finding> Compare(
        IReadOnlyList<string> dataHeader,
        EesMeta meta,
        IndicatorCatalogue? catalogue = null
    )
    {
        var columns = dataHeader.Select(name => name.Trim()).Where(name => name.Length > 0).ToHashSet();
        var described = meta.Variables.Where(v => v.Name.Length > 0).ToList();
        // A variable's name is the content of a cell here, so its row and column say which it is.
        foreach (var variable in described.Where(v => !columns.Contains(v.Name)))
            yield return Check.MetaVariableAbsent.Found(
                "The data file has no column of this variable.",
                variable.Row,
                "col_name"
            );
        foreach (var variable in described.Where(v => v.Group is not null && !columns.Contains(v.Group)))
            yield return Check.MetaVariableAbsent.Found(
                "The data file has no column of this filter's groups.",
                variable.Row,
                "filter_grouping_column"
            );
        var known = described.Select(v => v.Name).Concat(described.Select(v => v.Group).OfType<string>()).ToHashSet();
        foreach (
            var column in dataHeader
                .Select(name => name.Trim())
                .Where(name => name.Length > 0 && !known.Contains(name) && !EesLevel.IsIdentity(name))
                .Distinct()
        )
            yield return Check.MetaVariableExtra.Found(
                "The companion file does not describe this column of the data file.",
                column: column
            );
        foreach (var (indicator, source, _) in catalogue?.Carried(EesReader.Name) ?? [])
        {
            var variable = source.Minus is null ? described.Find(v => v.IsIndicator && v.Name == source.Value) : null;
            if (
                variable is not null
                && columns.Contains(variable.Name)
                && Contradicts(indicator.Unit.Text, variable.Unit)
            )
                yield return Check.MetaUnitContradicts.Found(
                    $"The catalogue has the unit {indicator.Unit} for {indicator.Id}, and the companion file another.",
                    variable.Row,
                    variable.Name
                );
        }
    }

    // A blank unit says a number, which a rate or a score is; only %, pp and money say more.
    private static bool Contradicts(string catalogue, string meta) =>
        meta switch
        {
            "%" or "pp" => catalogue != meta,
            "£" or "£m" => !catalogue.StartsWith('£'),
            _ => false,
        };
}
