using System.Net.Http.Json;
using ChildrensTrust.Functions.Http;
using ChildrensTrust.Local.Drops;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Local.Commands;

/// <summary>What runs without a command: the sample feeds land, the functions ingest them, and the snapshot of the
/// January 2013 report is produced from them.</summary>
internal static class MainJob
{
    private static readonly DateOnly AsAt = new(2012, 9, 30);
    private static readonly DateOnly Compiled = new(2012, 12, 12);

    public static async Task<int> RunAsync(StorageChoice choice, string? output, CancellationToken cancellationToken)
    {
        var root = RepositoryRoot.Find();
        var screen = new ConsoleOutput();
        var folder = output ?? Path.Combine(root, "out", $"{AsAt:yyyy-MM-dd}");
        OutputFolder.Prepare(folder);
        var drops = await SampleManifest.ReadAsync(Path.Combine(root, "sample-feeds"), cancellationToken);
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        await workplace.Host.StartAsync(cancellationToken);

        await IngestAsync(screen, workplace, drops, cancellationToken);
        var produced = await AskFunctionAsync(workplace, cancellationToken);
        await SnapshotFiles.WriteAsync(workplace.Get<PipelineStorage>(), produced.Folder, folder, cancellationToken);

        var snapshot = SnapshotJson.Read(
            new BinaryData(await File.ReadAllBytesAsync(Path.Combine(folder, "snapshot.json"), cancellationToken))
        );
        SnapshotTable.Write(screen, snapshot);
        screen.Tell("");
        screen.Tell(
            $"The files are in {Path.GetRelativePath(Environment.CurrentDirectory, folder)}: report.html, "
                + "report.docx, comparison.xlsx, comparison.csv, snapshot.json."
        );
        screen.Tell("");
        screen.Tell("To look at the pages in a browser:");
        screen.Tell("  dotnet run --project local -- up");
        screen.Tell("To make the snapshot of another day:");
        screen.Tell("  dotnet run --project local -- snapshot --as-at 2025-09-30 --out out/2025-09-30");
        return ExitCode.Done;
    }

    private static async Task IngestAsync(
        ConsoleOutput screen,
        Session workplace,
        IReadOnlyList<Drop> drops,
        CancellationToken cancellationToken
    )
    {
        var refused = new List<string>();
        await foreach (var result in new DropZone(workplace).FollowAsync(drops, cancellationToken))
        {
            screen.Tell(ReleaseLines.Short(result));
            if (result.Succeeded)
                continue;

            refused.Add(result.Drop.Name);
            if (result.Release is { } release)
                ReleaseLines.Full(screen, release, result.Findings);
        }

        if (refused.Count > 0)
            throw new UserFaultException(
                $"No snapshot was produced, because sample files were refused: {string.Join(", ", refused)}."
            );
    }

    /// <summary>By HTTP, as any program would ask for a snapshot.</summary>
    private static async Task<ProducedAnswer.Item> AskFunctionAsync(
        Session workplace,
        CancellationToken cancellationToken
    )
    {
        using var client = new HttpClient { BaseAddress = workplace.Host.Address };
        client.DefaultRequestHeaders.Add("x-functions-key", workplace.Host.Key);
        using var answer = await client.PostAsync(
            new Uri($"api/snapshots?asAt={AsAt:yyyy-MM-dd}&compiled={Compiled:yyyy-MM-dd}", UriKind.Relative),
            content: null,
            cancellationToken
        );
        if (!answer.IsSuccessStatusCode)
            throw new UserFaultException(
                $"The snapshot was not produced: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
            );

        var produced = await answer.Content.ReadFromJsonAsync<ProducedAnswer>(cancellationToken);
        return produced!.Produced[0];
    }
}
