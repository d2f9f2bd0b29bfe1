using System.CommandLine;
using System.Globalization;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>revisions</c>: what each release says differently than the edition before it, and which verdicts it
/// turned.</summary>
internal static class RevisionsCommand
{
    public static Command Create(StorageOptions storage)
    {
        var release = new Option<string?>("--release")
        {
            Description = "One release, by its id. By default all.",
            HelpName = "ID",
        };
        var area = new Option<string?>("--area")
        {
            Description = "The area whose figures are listed, by code or name. By default the catalogue's own.",
            HelpName = "AREA",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document with every changed figure." };
        var command = new Command("revisions", "Tell what each release revised, and which verdicts changed.")
        {
            release,
            area,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    storage.ReadExisting(parsed),
                    parsed.GetValue(release),
                    parsed.GetValue(area),
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        string? release,
        string? area,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var screen = new ConsoleOutput();
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var reference = await workplace.Get<ReferenceStore>().LoadAsync(cancellationToken);
        var code = Areas.Code(reference, area) ?? reference.Catalogue.Area;
        var asked = release is null
            ? null
            : await workplace
                .Get<ReleaseLedger>()
                .AllAsync(cancellationToken)
                .FirstOrDefaultAsync(r => r.Id == release, cancellationToken);
        if (release is not null && asked is null)
            throw UserFaultException.Asked(
                $"There is no release {Plain.Line(release)}. status --full lists them with their ids."
            );
        if (asked is { Status: ReleaseStatus.Withdrawn })
            throw new UserFaultException(
                "That release is withdrawn, so it is not compared with others. status says who withdrew it, and why."
            );
        var differences = await workplace
            .Get<RevisionReport>()
            .DifferencesAsync(release, cancellationToken)
            .ToListAsync(cancellationToken);
        if (json)
        {
            ConsoleOutput.Document(new RevisionsDocument([.. differences.Select(RevisionsDocument.Item.For)]));
            return ExitCode.Done;
        }
        foreach (var difference in differences)
            Write(screen, difference, Names(reference, difference.Indicator, code));
        if (differences.Count == 0)
            screen.Tell(
                release is null ? "No release has an earlier edition." : "That release has no earlier edition."
            );
        return ExitCode.Done;
    }

    // The area, the areas that an indicator is measured over in its place, and England.
    private static Dictionary<string, string> Names(Reference reference, Indicator indicator, string area)
    {
        var names = (indicator.Parts.GetValueOrDefault(area) ?? []).ToDictionary(p => p.Code, p => p.Name);
        names[area] = reference.Areas.FindByCode(area)?.Name ?? area;
        names[AreaRegister.England] = "England";
        return names;
    }

    private static void Write(ConsoleOutput screen, EditionDifference d, Dictionary<string, string> names)
    {
        var others =
            $"{(d.Rounded > 0 ? $", {d.Rounded} by rounding alone" : "")}"
            + $"{(d.Withdrawn > 0 ? $", {d.Withdrawn} withdrawn" : "")}{(d.Added > 0 ? $", {d.Added} added" : "")}";
        screen.Tell(
            $"{d.Indicator.Name}: {d.Changed} of {d.Compared} figures revised{others}, {d.Flips} "
                + $"verdict{(d.Flips == 1 ? "" : "s")} changed; {d.Later.File} ({d.Later.Published:yyyy-MM-dd}) "
                + $"against {d.Earlier.File} ({d.Earlier.Published:yyyy-MM-dd})"
        );
        foreach (
            var change in d.Changes.Where(c =>
                names.ContainsKey(c.Area) && (c.Area != AreaRegister.England || c.Was != c.Now)
            )
        )
            screen.Tell(
                $"  {names[change.Area]}, {change.Period}: {Figure(change.Was)} is now "
                    + Figure(change.Now)
                    + (change.IsRounding ? " (rounding)" : "")
                    + (change.Flips ? $"; {change.VerdictWas.Words()} is now {change.VerdictNow.Words()}" : "")
            );
    }

    private static string Figure(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "no figure";
}
