using System.CommandLine;
using System.Globalization;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>snapshot</c>: produces one snapshot from what has been ingested and writes its files to a
/// folder.</summary>
internal static class SnapshotCommand
{
    public static Command Create(StorageOptions storage)
    {
        var asAt = new Option<string>("--as-at")
        {
            Description = "The day the snapshot describes.",
            HelpName = "DATE",
            Required = true,
        };
        var compiled = new Option<string?>("--compiled")
        {
            Description = "Count only what was published by this day. By default today.",
            HelpName = "DATE",
        };
        var area = new Option<string?>("--area")
        {
            Description =
                "The area, by code or name. By default the catalogue's own; all for every authority with children's "
                + "services, one folder each.",
            HelpName = "AREA",
        };
        var neighbours = new Option<string?>("--neighbours")
        {
            Description = "The set of neighbours. By default the newest in force on the day.",
            HelpName = "SET",
        };
        var average = new Option<string?>("--average")
        {
            Description = "How the neighbours are averaged: mean, median or pooled. By default the catalogue's way.",
            HelpName = "METHOD",
        };
        average.AcceptWords("mean", "median", "pooled");
        var cadence = new Option<string?>("--cadence")
        {
            Description = "For whom it is made, by the catalogue's cadences. By default the Trust's.",
            HelpName = "ID",
        };
        var output = new Option<string>("--out")
        {
            Description = "The folder for the snapshot's files.",
            HelpName = "DIR",
            Required = true,
        };

        var command = new Command("snapshot", "Produce one snapshot and write its files.")
        {
            asAt,
            compiled,
            area,
            neighbours,
            average,
            cadence,
            output,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var request = new SnapshotRequest(Dates.Read("--as-at", parsed.GetValue(asAt))!.Value)
                {
                    Compiled = Dates.Read("--compiled", parsed.GetValue(compiled)),
                    Area = parsed.GetValue(area),
                    NeighbourSet = parsed.GetValue(neighbours),
                    Average = SnapshotRequest.FindAverage(parsed.GetValue(average)),
                    Cadence = parsed.GetValue(cadence),
                };
                return RunAsync(storage.Read(parsed), request, parsed.GetValue(output)!, cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        SnapshotRequest request,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var screen = new ConsoleOutput();
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var production = workplace.Get<SnapshotProduction>();
        var all = Areas.IsAll(request.Area);
        var reference = await workplace.Get<ReferenceStore>().LoadAsync(cancellationToken);
        if (!all)
            request = request with { Area = Areas.Code(reference, request.Area, request.AsAt) };
        if (
            reference.Catalogue.FindCadence(request.Cadence ?? Cadence.Trust) is { } cadence
            && NotItsDay(cadence, request.AsAt) is { } remark
        )
            screen.Say(remark);

        OutputFolder.Prepare(folder);
        if (!all)
        {
            var snapshot = await WriteAsync(
                screen,
                workplace,
                await production.ProduceAsync(request, cancellationToken),
                folder,
                cancellationToken
            );
            SnapshotTable.Write(screen, snapshot);
            if (snapshot.Rows.All(row => row.Local is null))
                screen.Say("No indicator has a figure yet. Upload files first: ingest FILE --feed FEED.");
            return ExitCode.Done;
        }

        await foreach (var outcome in production.ProduceAllAsync(request, cancellationToken))
            await WriteAsync(
                screen,
                workplace,
                outcome,
                Path.Combine(folder, outcome.Produced?.Snapshot.Area.Code ?? ""),
                cancellationToken
            );

        return ExitCode.Done;
    }

    /// <summary>Says that a cadence has no report on a day; null where it has.</summary>
    public static string? NotItsDay(Cadence cadence, DateOnly day) =>
        cadence.AsAt.Any(end => end.In(day.Year) == day)
            ? null
            : $"{Day("d MMMM yyyy", day)} is not a day of the {cadence.Id} cadence, which reports on "
                + $"{WordList.And([.. cadence.AsAt.Select(end => Day("d MMMM", end.In(day.Year)))])}. The "
                + "snapshot is made all the same.";

    private static string Day(string format, DateOnly day) => day.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<Snapshot> WriteAsync(
        ConsoleOutput screen,
        Session workplace,
        SnapshotOutcome outcome,
        string folder,
        CancellationToken cancellationToken
    )
    {
        if (outcome.Produced is not { } produced)
            throw UserFaultException.Asked($"{outcome.Refusal!.Message} {outcome.Refusal.Guidance}");

        await SnapshotFiles.WriteAsync(workplace.Get<PipelineStorage>(), produced.Folder, folder, cancellationToken);
        screen.Say(
            $"{produced.Snapshot.Area.Name}: version "
                + $"{produced.Snapshot.Version}{(produced.AlreadyThere ? ", already made," : "")} is in "
                + $"{folder}."
        );
        foreach (var failure in produced.Failures)
            screen.Say(
                $"{failure.Indicator}: the figures could not be compared ({failure.Fault.GetType().Name}). The "
                    + "snapshot says so."
            );
        return produced.Snapshot;
    }
}
