using System.CommandLine;
using Azure.Storage.Blobs;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Publishing;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Site;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>publish</c>: every page as a plain file, for a web server or a storage account's static
/// website.</summary>
internal static class PublishCommand
{
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
        var command = new Command("publish", "Write every page as a plain file with relative links.")
        {
            folder,
            container,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(storage.Read(parsed), parsed.GetValue(folder), parsed.GetValue(container), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        string? folder,
        string? container,
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
        var (written, deleted) = await screen.WaitingAsync(
            "Writing the pages",
            _ => new Publication(workplace.Get<StaticSite>()).WriteAsync(target, cancellationToken)
        );
        screen.Tell($"{written} files are in {target.Name}; {deleted} old pages were deleted.");
        return ExitCode.Done;
    }

    private static BlobContainerClient Container(Session workplace, string name) =>
        workplace.Get<PipelineStorage>().Containers.Any(c => c.Name == name)
            ? throw UserFaultException.Asked(
                $"The container {name} is the pipeline's own. Publish to another one, such as $web."
            )
            : workplace.Get<BlobServiceClient>().GetBlobContainerClient(name);
}
