using System.CommandLine;
using Azure.Storage.Blobs;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Publishing;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>publish</c>: every page as a plain file, for a web server or a storage account's static
/// website.</summary>
internal static class PublishCommand
{
    private const int Often = 25;

    public static Command Create(StorageOptions storage)
    {
        var folder = new Option<string?>("--out")
        {
            Description = "The folder to write to: empty, or published to before.",
            HelpName = "DIR",
        };
        var container = new Option<string?>("--container")
        {
            Description = "A container of the storage account instead, such as $web.",
            HelpName = "NAME",
        };
        var area = new Option<string?>("--area")
        {
            Description =
                "Another area to make the newest snapshot of first, by code or name; all for every authority with "
                + "children's services.",
            HelpName = "AREA",
        };
        var command = new Command("publish", "Write every page as a plain file with relative links.")
        {
            folder,
            container,
            area,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    storage.ReadExisting(parsed),
                    parsed.GetValue(folder),
                    parsed.GetValue(container),
                    parsed.GetValue(area),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        string? folder,
        string? container,
        string? area,
        CancellationToken cancellationToken
    )
    {
        if (folder is null == container is null)
            throw UserFaultException.Asked(
                folder is null
                    ? "publish needs a place: --out with a folder, or --container with a container of the storage "
                        + "account."
                    : "Give --out or --container, not both."
            );
        if (folder is not null && File.Exists(folder))
            throw UserFaultException.Asked($"{folder} is a file; --out needs a folder.");

        var screen = new ConsoleOutput();
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        IPublishTarget target = folder is not null
            ? new FolderTarget(folder)
            : new ContainerTarget(Container(workplace, container!));
        if (area is not null)
            await screen.WaitingAsync(
                "Making the snapshots",
                progress => MakeAsync(workplace, area, progress, cancellationToken)
            );
        var (written, deleted) = await screen.WaitingAsync(
            "Writing the pages",
            progress => new Publication(workplace.Get<StaticSite>()).WriteAsync(target, cancellationToken, progress)
        );
        screen.Tell(
            $"Wrote {written:N0} files to {target.Name}."
                + (deleted == 0 ? "" : $" Deleted {deleted:N0} that the site no longer uses.")
                + " Open index.html there."
        );
        return ExitCode.Done;
    }

    // As at the day of the newest snapshot of the council's own area, and by what was known for that one.
    private static async Task<int> MakeAsync(
        Session workplace,
        string area,
        IProgress<string> progress,
        CancellationToken cancellationToken
    )
    {
        var reference = await workplace.Get<ReferenceStore>().LoadAsync(cancellationToken);
        var newest = (await workplace.Get<SnapshotStore>().AllHeadersAsync(cancellationToken))
            .Where(h => h.Area == reference.Catalogue.Area && h.Cadence == Cadence.Trust && !h.WhatIf)
            .OrderByDescending(h => h.AsAt)
            .ThenByDescending(h => h.Compiled)
            .FirstOrDefault();
        var code = Areas.IsAll(area) ? null : Areas.Code(reference, area, newest?.AsAt);
        if (newest is null)
            throw new UserFaultException(
                $"{reference.Areas.FindByCode(reference.Catalogue.Area)?.Name} has no snapshot yet, so there is no "
                    + "date to use for the others. Make one first with the snapshot command."
            );
        var request = new SnapshotRequest(newest.AsAt) { Compiled = newest.Compiled, Area = code };
        var production = workplace.Get<SnapshotProduction>();
        var outcomes = code is null
            ? production.ProduceAllAsync(request, cancellationToken)
            : new[] { await production.ProduceAsync(request, cancellationToken) }.ToAsyncEnumerable();
        var count = code is null ? reference.Areas.All.Count(a => a.IsUpperTier && a.ExistedOn(newest.AsAt)) : 1;
        var countdown = new Countdown(count, TimeProvider.System);
        var made = 0;
        await foreach (var outcome in outcomes)
        {
            if (outcome.Produced is null)
                throw UserFaultException.Asked($"{outcome.Refusal!.Message} {outcome.Refusal.Guidance}");
            if (++made % Often == 0 || made == count)
                progress.Report($"Snapshots made: {countdown.After(made)}.");
        }
        return made;
    }

    private static BlobContainerClient Container(Session workplace, string name) =>
        workplace.Get<PipelineStorage>().Containers.Any(c => c.Name == name)
            ? throw UserFaultException.Asked(
                $"The container {name} is the pipeline's own. Publish to another one, such as $web."
            )
            : workplace.Get<BlobServiceClient>().GetBlobContainerClient(name);
}
